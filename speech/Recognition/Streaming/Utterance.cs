using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// One utterance as it grows: which part of it is to be decoded next, and what has been heard. Not thread-safe; its
/// stream guards it.
/// </summary>
internal sealed class Utterance(WindowedOptions options)
{
    /// <summary>Softer sound is never speech, as for the speech detector.</summary>
    private const float LeastDbfs = -60;

    /// <summary>A decode that ends in this much quiet has not cut a word off.</summary>
    private static readonly int QuietEnd = AudioFormat.Samples(100);

    /// <summary>Less is no word.</summary>
    private static readonly int Least = AudioFormat.Samples(100);

    private int cut;
    private int decodedTo;
    private int tookMs;
    private bool sure;
    private string lastPartial = "";

    public UtteranceAudio Audio { get; } = new();

    public UtteranceText Text { get; } = new();

    /// <summary>Cancelled when no partial is wanted any more.</summary>
    public CancellationTokenSource Over { get; } = new();

    /// <summary>The partial that is being made, or the last one.</summary>
    public Task Decoding { get; set; } = Task.CompletedTask;

    /// <summary>What the decoder works on for it; null while that still waits for its turn.</summary>
    public UtteranceWindow? Running { get; set; }

    /// <summary>A partial failed: the final is tried all the same, more partials are not.</summary>
    public bool Failed { get; set; }

    /// <summary>Nobody listens for partials any more.</summary>
    public bool Ended { get; set; }

    /// <summary>What has been heard is as good as a final would be: after it nothing was said.</summary>
    public bool IsCovered => sure && Covers(decodedTo);

    /// <summary>The partial that is being made will probably be as good as a final.</summary>
    public bool IsBeingCovered => !Decoding.IsCompleted && Running is { IsPart: false } window && Covers(window.To);

    /// <summary>There is sound that was not cut away and could be words.</summary>
    public bool HasMore => Audio.Count - cut >= Least && Audio.LoudestDbfs >= LeastDbfs && !Audio.IsQuiet(cut, Audio.Count);

    public bool PartialIsDue()
    {
        if (!Decoding.IsCompleted || Failed || Over.IsCancellationRequested || !HasMore)
        {
            return false;
        }
        var soundMs = AudioFormat.Milliseconds(Audio.Count - Math.Max(decodedTo, cut));
        if (soundMs < options.PartialEveryMs || Covers(decodedTo))
        {
            return false;
        }
        // In a pause at once: if it turns out to be the end, the words are there already.
        return soundMs >= options.PartialEveryMs + tookMs || Audio.IsQuiet(Audio.Count - 2 * QuietEnd, Audio.Count);
    }

    public UtteranceWindow NextWindow()
    {
        var longest = AudioFormat.Samples(options.MaxWindowMs);
        return Audio.Count - cut <= longest
            ? new UtteranceWindow(cut, Audio.Count, IsPart: false)
            : new UtteranceWindow(cut, Audio.QuietestPoint(cut + longest * 3 / 4, cut + longest), IsPart: true);
    }

    /// <summary>What a partial heard.</summary>
    /// <returns>The words so far when they have changed, or null.</returns>
    public string? Take(UtteranceWindow window, HeardWindow heard, int decodeMs)
    {
        tookMs = decodeMs;
        if (window.IsPart)
        {
            Commit(window, heard);
        }
        else
        {
            (decodedTo, sure) = (window.To, heard.IsSure);
            CutWhatIsStable(window, Text.Propose(heard.Words));
        }
        var text = Text.Text;
        if (text == lastPartial)
        {
            return null;
        }
        lastPartial = text;
        return text;
    }

    /// <summary>What a final heard: it will not be heard again.</summary>
    public void Commit(UtteranceWindow window, HeardWindow heard)
    {
        Text.Commit(heard.Words);
        (cut, decodedTo, sure) = (window.To, window.To, false);
    }

    private void CutWhatIsStable(UtteranceWindow window, int agreed)
    {
        var words = Text.Hypothesis;
        if (window.To - cut <= AudioFormat.Samples(options.CutAfterMs))
        {
            return;
        }
        // Of what was agreed on, the last word may still be cut off, and the seconds before the end may still change.
        var latestMs = AudioFormat.Milliseconds(window.To) - 2_000;
        var last = Math.Min(agreed, words.Count - 1) - 2;
        while (last >= 0 && words[last + 1].StartMs > latestMs)
        {
            last--;
        }
        if (last >= 0)
        {
            var from = Math.Clamp(AudioFormat.Samples(words[last].EndMs - 80), cut, window.To);
            var to = Math.Clamp(AudioFormat.Samples(words[last + 1].StartMs + 80), from, window.To);
            cut = Audio.QuietestPoint(from, to);
            Text.Commit(last + 1);
        }
    }

    private bool Covers(int upTo) => upTo >= QuietEnd && Audio.IsQuiet(upTo - QuietEnd, Audio.Count);
}
