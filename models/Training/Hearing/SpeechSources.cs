using RealtimeTraining.Models.Training.Turns;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>
/// The voices that the speech detector is trained on. None of what <c>./dev bench speech</c> judges by or makes babble
/// of is among them: neither the meetings nor the speeches and the telephone call, nor flite's voice slt.
/// </summary>
internal static class SpeechSources
{
    public const string Interviews = "*.mp3";

    private static readonly string[] Voices = ["rms", "awb", "kal16"];
    private const int LinesByVoice = 60;

    /// <summary>Interviews of two people, each at a telephone or headset of their own.</summary>
    public static IEnumerable<string> Files(string audio) => Directory.EnumerateFiles(audio, Interviews).Order(StringComparer.Ordinal);

    public static IEnumerable<string> DigitFiles(string audio) =>
        Directory.Exists(Path.Combine(audio, "digits")) ? Directory.EnumerateFiles(Path.Combine(audio, "digits"), "*.wav").Order(StringComparer.Ordinal) : [];

    /// <summary>Spoken digits one after the other, with pauses; the sets are cut tightly, so each is speech from end to end.</summary>
    public static LabelledSound Digits(IEnumerable<string> files)
    {
        var (samples, speech) = (new List<short>(), new List<bool>());
        foreach (var file in files)
        {
            var digit = SoundFile.Read(file);
            Loudness.Amplify(digit, (float)Math.Pow(10, (-22 - Loudness.ActiveDbfs(digit)) / 20));
            var frames = digit.Length / AudioFormat.FrameSamples;
            samples.AddRange(digit.AsSpan(0, frames * AudioFormat.FrameSamples));
            speech.AddRange(Enumerable.Repeat(true, frames));
            var pause = 10 + speech.Count % 17;
            samples.AddRange(new short[pause * AudioFormat.FrameSamples]);
            speech.AddRange(Enumerable.Repeat(false, pause));
        }
        return new LabelledSound("digits", [.. samples], QuietRoomLabels.WithCollars([.. speech]));
    }

    /// <summary>Lines of conversations, by flite; none where it is not installed.</summary>
    public static async Task<IReadOnlyList<LabelledSound>> FliteAsync(string conversations)
    {
        if (!FliteEngine.Probe().Available || !Directory.Exists(conversations))
        {
            return [];
        }
        string[] lines = [.. Conversation.ReadAll(conversations, _ => { }).SelectMany(one => one.Segments).Select(segment => segment.Text)
            .Where(text => text.Length is > 20 and < 160 && text.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or ',' or '.' or '?' or '\'')).Take(Voices.Length * LinesByVoice)];
        var sounds = new List<LabelledSound>();
        await using var flite = new FliteSynthesizer();
        foreach (var (voice, part) in Voices.Zip(lines.Chunk(LinesByVoice)))
        {
            var samples = new List<short>();
            foreach (var line in part)
            {
                await foreach (var chunk in flite.SpeakAsync(new SpeechRequest(line, voice), CancellationToken.None))
                {
                    samples.AddRange(chunk.Span);
                }
                samples.AddRange(new short[AudioFormat.Samples(300 + samples.Count % 900)]);
            }
            sounds.Add(QuietRoomLabels.Label($"flite/{voice}", [.. samples]));
        }
        return sounds;
    }
}
