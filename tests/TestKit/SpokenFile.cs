using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.TestKit;

/// <param name="AtMs">Where it begins in the file.</param>
public sealed record SpokenLine(int AtMs, string Text, int LengthMs);

/// <summary>
/// What a trainee says in a call, as the WAV file that Chromium takes for its microphone. Lines and pauses are noted
/// first and spoken by flite when the file is saved.
/// </summary>
public sealed class SpokenFile
{
    /// <summary>The voice puts so much silence around each part.</summary>
    private const int EdgesMs = 60;
    private readonly List<(string? Text, string Voice, double Rate, int Ms, bool Until)> _plan = [];
    private readonly List<SpokenLine> _lines = [];

    /// <summary>Where each line came to lie; known once the file is saved.</summary>
    public IReadOnlyList<SpokenLine> Lines => _lines;

    /// <summary>Silence up to a place in the file.</summary>
    public SpokenFile SilenceUntil(int milliseconds) => Add(null, "", 1, milliseconds, true);

    public SpokenFile Silence(int milliseconds) => Add(null, "", 1, milliseconds, false);

    /// <param name="text">May have pauses in it, as <see cref="PausedText"/> has them.</param>
    /// <param name="rate">Twice as quick at 2; pauses stay as they are.</param>
    public SpokenFile Say(string text, string voice = "slt", double rate = 1) => Add(text, voice, rate, 0, false);

    public async Task SaveAsync(string path)
    {
        var sound = await RenderAsync();
        WavFile.WriteMono(path, sound);
    }

    /// <summary>The same as samples.</summary>
    public async Task<short[]> RenderAsync()
    {
        var samples = new List<short>();
        _lines.Clear();
        await using var synthesizer = new FliteEngine().Create(NoServices.Instance);
        foreach (var (text, voice, rate, ms, until) in _plan)
        {
            var before = samples.Count;
            if (text is null)
            {
                samples.AddRange(new short[Math.Max(0, AudioFormat.Samples(ms) - (until ? before : 0))]);
                continue;
            }
            foreach (var (part, pauseMs) in PausedText.Parts(text))
            {
                await foreach (var chunk in synthesizer.SpeakAsync(new SpeechRequest(part, voice, rate, 1), CancellationToken.None))
                {
                    samples.AddRange(chunk.Span);
                }
                samples.AddRange(new short[AudioFormat.Samples(Math.Max(0, pauseMs - EdgesMs))]);
            }
            _lines.Add(new SpokenLine(
                (int)AudioFormat.Milliseconds(before), PausedText.Plain(text), (int)AudioFormat.Milliseconds(samples.Count - before)));
        }
        // Well below full scale: a browser's gain control would clip the first words of a loud file.
        Loudness.Amplify(CollectionsMarshal.AsSpan(samples), 0.5f);
        return [.. samples];
    }

    private SpokenFile Add(string? text, string voice, double rate, int ms, bool until)
    {
        _plan.Add((text, voice, rate, ms, until));
        return this;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
