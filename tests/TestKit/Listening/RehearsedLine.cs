using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.TestKit.Listening;

/// <summary>A trainee's line as sound, with the room around it.</summary>
/// <param name="Text">Without its pauses.</param>
/// <param name="StartMs">First sound.</param>
/// <param name="EndMs">Last sound.</param>
/// <param name="Words">When each word is said, by its share of the letters between two pauses.</param>
public sealed record RehearsedLine(string Text, short[] Samples, int StartMs, int EndMs, IReadOnlyList<RecognizedWord> Words)
{
    private const int BeforeMs = 600;

    /// <summary>Longer than any turn detector waits.</summary>
    private const int AfterMs = 3_000;

    public int LengthMs => (int)AudioFormat.Milliseconds(Samples.Length);

    /// <summary>What the patient said before it; asks nothing that is read out in digits.</summary>
    public string PatientSaid { get; init; } = "All right. I would like somebody to look at it soon.";

    public string? PatientAskedFor { get; init; }

    /// <param name="text">As <see cref="PausedText"/> has it.</param>
    /// <param name="noiseDbfs">Of the room.</param>
    public static async Task<RehearsedLine> SayAsync(string text, string voice = "slt", double noiseDbfs = -65)
    {
        var samples = new List<short>(new short[AudioFormat.Samples(BeforeMs)]);
        var (words, startMs, endMs) = (new List<RecognizedWord>(), 0, 0);
        foreach (var (part, pauseMs) in PausedText.Parts(text))
        {
            var sound = await new SpokenFile().Say(part, voice).RenderAsync();
            var (first, last) = (Array.FindIndex(sound, Loud), Array.FindLastIndex(sound, Loud));
            var partMs = (int)AudioFormat.Milliseconds(samples.Count);
            startMs = startMs == 0 ? partMs : startMs;
            samples.AddRange(sound[first..(last + 1)]);
            endMs = (int)AudioFormat.Milliseconds(samples.Count);
            words.AddRange(Timed(part, partMs, endMs));
            samples.AddRange(new short[AudioFormat.Samples(pauseMs)]);
        }
        samples.AddRange(new short[AudioFormat.Samples(AfterMs)]);
        return new RehearsedLine(PausedText.Plain(text), InRoom(samples, noiseDbfs), startMs, endMs, words);
    }

    private static bool Loud(short sample) => Math.Abs((int)sample) >= 100;

    private static IEnumerable<RecognizedWord> Timed(string part, int fromMs, int toMs)
    {
        var words = Models.Language.SpokenText.Words(part);
        var (letters, at) = (words.Sum(word => word.Length + 1), 0);
        foreach (var word in words)
        {
            var start = fromMs + (toMs - fromMs) * at / letters;
            at += word.Length + 1;
            yield return new RecognizedWord(word, start, fromMs + (toMs - fromMs) * at / letters, 1);
        }
    }

    private static short[] InRoom(List<short> speech, double noiseDbfs)
    {
        var (random, amplitude) = (new Random(1), 32_768 * Math.Pow(10, noiseDbfs / 20) * Math.Sqrt(3));
        return [.. speech.Select(sample => (short)Math.Clamp(sample + amplitude * (2 * random.NextDouble() - 1), short.MinValue, short.MaxValue))];
    }
}
