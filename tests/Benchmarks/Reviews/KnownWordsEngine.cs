using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>Writes down, stretch after stretch, what was said in a recording that the bench made itself: an hour without the minutes that recognition takes.</summary>
internal sealed class KnownWordsEngine(IReadOnlyList<ReviewLine> lines) : IEngine<ISpeechRecognizer>, ISpeechRecognizer
{
    /// <summary>The sound before a stretch's first loud frame that comes with it, about.</summary>
    private const int BeforeMs = 200;

    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "known words";

    public int Preference => -100;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("Needs nothing.");

    public ISpeechRecognizer Create(IServiceProvider services) => this;

    public ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken) => new(new Stream(lines));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Stream(IReadOnlyList<ReviewLine> lines) : IRecognitionStream
    {
        private int _next;

        public event Action<PartialTranscript>? Partial
        {
            add { }
            remove { }
        }

        public long DroppedFrames => 0;

        public bool Write(ReadOnlyMemory<short> samples) => true;

        public ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
        {
            var line = lines[_next++ % lines.Count];
            return new(new Transcript(line.Text, line.Confidence,
                [.. line.Words.Select(word => new RecognizedWord(word.Text, word.StartMs - line.StartMs + BeforeMs, word.EndMs - line.StartMs + BeforeMs, line.Confidence))]));
        }

        public ValueTask AbandonAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
