using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.TestKit;

/// <param name="AtMs">When it begins in the file.</param>
public sealed record SpokenLine(int AtMs, string Text, int LengthMs);

/// <summary>What a trainee says in a call, as the WAV file that Chromium takes for its microphone.</summary>
public sealed class SpokenFile
{
    private readonly List<SpokenLine> _lines = [];
    private readonly List<short> _samples = [];

    public IReadOnlyList<SpokenLine> Lines => _lines;

    public int LengthMs => (int)AudioFormat.Milliseconds(_samples.Count);

    /// <summary>Adds silence until a place in the file.</summary>
    public SpokenFile SilenceUntil(int milliseconds)
    {
        var missing = AudioFormat.Samples(1) * (long)milliseconds - _samples.Count;
        if (missing > 0)
        {
            _samples.AddRange(new short[missing]);
        }
        return this;
    }

    public SpokenFile Silence(int milliseconds) => SilenceUntil(LengthMs + milliseconds);

    /// <param name="voice">A voice that the patient does not use keeps the two apart in a recording.</param>
    public async Task<SpokenFile> SayAsync(string text, string voice = "slt")
    {
        var synthesizer = (ISpeechSynthesizer)new FliteEngine().Create(NoServices.Instance);
        await using (synthesizer)
        {
            var (at, before) = (LengthMs, _samples.Count);
            await foreach (var chunk in synthesizer.SpeakAsync(new SpeechRequest(text, voice), CancellationToken.None))
            {
                _samples.AddRange(chunk.Span);
            }
            _lines.Add(new SpokenLine(at, text, (int)AudioFormat.Milliseconds(_samples.Count - before)));
        }
        return this;
    }

    public void Save(string path) => WavFile.WriteMono(path, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_samples));

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
