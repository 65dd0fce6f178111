using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// The sound of one utterance. What has been added is never changed, so a part of it may be read while more is added;
/// otherwise not thread-safe. Positions are in samples from the utterance's first.
/// </summary>
internal sealed class UtteranceAudio
{
    /// <summary>Never speech, however quiet the rest is.</summary>
    private const float QuietDbfs = -45;

    /// <summary>The softest ends of words lie some 25 dB below the loudest vowels.</summary>
    private const float QuietBelowLoudestDb = 30;

    private readonly List<float> levels = [];
    private short[] samples = new short[AudioFormat.Samples(4_000)];
    private float loudest = Loudness.SilenceDbfs;

    public int Count { get; private set; }

    /// <summary>The loudest 20 ms so far.</summary>
    public float LoudestDbfs => loudest;

    public void Add(ReadOnlySpan<short> more)
    {
        if (Count + more.Length > samples.Length)
        {
            Array.Resize(ref samples, Math.Max(samples.Length * 2, Count + more.Length));
        }
        more.CopyTo(samples.AsSpan(Count));
        Count += more.Length;
        for (var frame = levels.Count; (frame + 1) * AudioFormat.FrameSamples <= Count; frame++)
        {
            var level = Loudness.RmsDbfs(samples.AsSpan(frame * AudioFormat.FrameSamples, AudioFormat.FrameSamples));
            levels.Add(level);
            loudest = Math.Max(loudest, level);
        }
    }

    public ReadOnlyMemory<short> Part(int from, int to) => samples.AsMemory(from, to - from);

    /// <summary>Nothing that could be a word. Says false in a loud room, where it cannot be told by the level.</summary>
    public bool IsQuiet(int from, int to)
    {
        var limit = Math.Min(QuietDbfs, loudest - QuietBelowLoudestDb);
        for (var frame = from / AudioFormat.FrameSamples; frame < Math.Min(levels.Count, to / AudioFormat.FrameSamples); frame++)
        {
            if (levels[frame] > limit)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The middle of the quietest 60 ms, where a cut hurts least.</summary>
    public int QuietestPoint(int from, int to)
    {
        var (best, least) = ((from + to) / 2, float.MaxValue);
        for (var frame = from / AudioFormat.FrameSamples + 1; frame + 1 < Math.Min(levels.Count, to / AudioFormat.FrameSamples); frame++)
        {
            var level = levels[frame - 1] + levels[frame] + levels[frame + 1];
            if (level < least)
            {
                (best, least) = (frame * AudioFormat.FrameSamples + AudioFormat.FrameSamples / 2, level);
            }
        }
        return Math.Clamp(best, from, to);
    }
}
