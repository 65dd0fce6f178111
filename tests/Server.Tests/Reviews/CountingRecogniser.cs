using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>Hears "words one", "words two", ... or what the test says in the stretches that it is given, and remembers their lengths.</summary>
internal sealed class CountingRecogniser : IEngine<ISpeechRecognizer>, ISpeechRecognizer
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    private int samples;

    public List<int> HeardMs { get; } = [];

    public IReadOnlyList<string> Says { get; init; } = [.. Numbers.Select(number => $"words {number}")];

    /// <summary>Before the stretch with this index is finished; null: nothing happens.</summary>
    public Func<int, CancellationToken, Task>? Before { get; set; }

    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "counting";

    public int Preference => 1_000;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("For tests.");

    public ISpeechRecognizer Create(IServiceProvider services) => this;

    public ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken) => new(new Hearing(this));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Hearing(CountingRecogniser owner) : IRecognitionStream
    {
        public event Action<PartialTranscript>? Partial
        {
            add { }
            remove { }
        }

        public long DroppedFrames => 0;

        public bool Write(ReadOnlyMemory<short> samples)
        {
            owner.samples += samples.Length;
            return true;
        }

        public async ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
        {
            var index = owner.HeardMs.Count;
            if (owner.Before is { } before)
            {
                await before(index, cancellationToken);
            }
            owner.HeardMs.Add((int)AudioFormat.Milliseconds(owner.samples));
            owner.samples = 0;
            var words = owner.Says[index].Split(' ');
            return new Transcript(owner.Says[index], 0.5, [.. words.Select((word, i) => new RecognizedWord(word, 200 + 50 * i, 250 + 50 * i, 0.5))]);
        }

        public ValueTask AbandonAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
