using System.Runtime.CompilerServices;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>Hears the same words in every utterance, at no cost: what is measured is the carrying of sound.</summary>
public sealed class ScriptedRecognizerEngine : IEngine<ISpeechRecognizer>
{
    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "scripted";

    /// <summary>Below every engine: it runs only where a bench asks for it by name.</summary>
    public int Preference => -100;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("Needs nothing.");

    public ISpeechRecognizer Create(IServiceProvider services) => new Recognizer();

    private sealed class Recognizer : ISpeechRecognizer
    {
        public string Name => "scripted";

        public ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken) => new(new Stream());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Stream : IRecognitionStream
    {
        public event Action<PartialTranscript>? Partial
        {
            add { }
            remove { }
        }

        public long DroppedFrames => 0;

        public bool Write(ReadOnlyMemory<short> samples) => true;

        public ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken) => new(new Transcript("thank you for calling how can i help you today", 0.9, []));

        public ValueTask AbandonAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>Speaks a low hum, 60 ms for each character.</summary>
public sealed class ScriptedVoiceEngine : IEngine<ISpeechSynthesizer>
{
    public EngineRole Role => EngineRole.Voice;

    public string Name => "scripted";

    public int Preference => -100;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("Needs nothing.");

    public ISpeechSynthesizer Create(IServiceProvider services) => new Hum();

    private sealed class Hum : ISpeechSynthesizer
    {
        private const int MsPerCharacter = 60;
        private const int LongestMs = 60_000;
        private static readonly short[] Sound = [.. Enumerable.Range(0, AudioFormat.Samples(LongestMs)).Select(i => (short)(3_000 * Math.Sin(i * 0.08)))];

        public string Name => "scripted";

        public IReadOnlyList<Voice> Voices => [new Voice("hum", "female")];

        public async IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return Sound.AsMemory(0, AudioFormat.Samples(Math.Min(LongestMs, request.Text.Length * MsPerCharacter)));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
