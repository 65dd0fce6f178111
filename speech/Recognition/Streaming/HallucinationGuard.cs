using System.IO.Compression;
using System.Text;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// Keeps invented sentences out of the transcript: Whisper writes "Thanks for watching" where a fan hums. No single sign
/// is trusted alone, because people do say "thank you". Pure, thread-safe.
/// </summary>
internal static class HallucinationGuard
{
    // The three thresholds of OpenAI's transcribe.py: no_speech_threshold, logprob_threshold, compression_ratio_threshold.
    private const double NoSpeech = 0.6;
    private const double PoorLogProbability = -1.0;
    private const double CompressionRatio = 2.4;

    // A well-heard "thank you" has 0.8 and more; the same words on noise 0.2 to 0.6.
    private const double DoubtfulLogProbability = -0.5;

    // Nobody says a word in less: the quickest speech has about eight words a second.
    private const int LeastMsPerWord = 120;
    private const int LeastSpeechMs = 240;

    public static GuardVerdict Judge(GuardEvidence evidence)
    {
        if (evidence.Words.Count == 0)
        {
            return Refuse(GuardReason.None);
        }
        var sure = AverageLogProbability(evidence.Words);
        var poor = sure < PoorLogProbability;
        if (poor && evidence.NoSpeechProbability > NoSpeech)
        {
            return Refuse(GuardReason.NoSpeech);
        }
        var text = string.Join(' ', evidence.Words.Select(word => word.Text));
        if (sure < DoubtfulLogProbability && Doubt(evidence, text, poor) is var doubt and not GuardReason.None)
        {
            return Refuse(doubt);
        }
        var words = Repetitions.Collapse(evidence.Words);
        var dense = words.Count < evidence.Words.Count || Compression(text) > CompressionRatio;
        // Numbers that somebody dictates twice are as dense as a loop, but they are heard well.
        return dense && poor
            ? Refuse(GuardReason.Repetition)
            : new GuardVerdict(words, words.Count < evidence.Words.Count ? GuardReason.Repetition : GuardReason.None, !dense && !poor);
    }

    /// <summary>The mean of the logarithms, as the thresholds are stated in.</summary>
    public static double AverageLogProbability(IReadOnlyList<RecognizedWord> words) =>
        words.Average(word => Math.Log(Math.Clamp(word.Confidence, 1e-6, 1)));

    /// <summary>How much shorter zlib makes the text: words run at 1 to 2, loops far above.</summary>
    public static double Compression(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }
        return (double)bytes.Length / packed.Length;
    }

    private static GuardReason Doubt(GuardEvidence evidence, string text, bool poor)
    {
        var known = KnownInventions.Contains(text);
        var echo = KnownInventions.IsEcho(evidence.Words, evidence.Prompt);
        if (!(poor || known || echo)
            || evidence.SpeechMs() >= Math.Max(LeastSpeechMs, LeastMsPerWord * evidence.Words.Count))
        {
            return GuardReason.None;
        }
        return known ? GuardReason.KnownInvention : echo ? GuardReason.PromptEcho : GuardReason.LittleSpeech;
    }

    private static GuardVerdict Refuse(GuardReason reason) => new([], reason, false);
}
