using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Prosody;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>
/// Where somebody speaks in a recording that is so quiet otherwise that its level says it: frames that stand out and are near a voiced one. Looks
/// ahead as well as back, so it is no detector; its labels are what one is trained on.
/// </summary>
internal static class QuietRoomLabels
{
    /// <summary>Below the level of the louder frames; softer are breaths.</summary>
    private const float BelowLoudDb = 26;

    private const float AboveQuietDb = 10;

    /// <summary>200 ms: further from a voiced sound there is hardly a consonant.</summary>
    private const int NearFrames = 10;

    /// <summary>100 ms: stops inside words.</summary>
    private const int LongestGap = 5;

    /// <summary>Beside an edge, on either side.</summary>
    private const int Collar = 2;

    public static LabelledSound Label(string name, short[] samples)
    {
        var levels = new float[samples.Length / AudioFormat.FrameSamples];
        var voiced = new bool[levels.Length];
        var pitch = new PitchEstimator();
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = Loudness.RmsDbfs(samples.AsSpan(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples));
            voiced[i] = i > 0 && pitch.Estimate(samples.AsSpan((i - 1) * AudioFormat.FrameSamples, PitchEstimator.WindowSamples)) is not null;
        }
        var sorted = levels.Order().ToList();
        var least = Math.Max(sorted[sorted.Count * 85 / 100] - BelowLoudDb, sorted[sorted.Count / 20] + AboveQuietDb);
        var speech = new bool[levels.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            if (voiced[i] && levels[i] >= least)
            {
                for (var near = Math.Max(0, i - NearFrames); near < Math.Min(levels.Length, i + NearFrames + 1); near++)
                {
                    speech[near] |= levels[near] >= least;
                }
            }
        }
        return new LabelledSound(name, samples, WithCollars(speech));
    }

    /// <summary>Fills the stops inside words, and is unsure about the frames beside an edge.</summary>
    public static FrameLabel[] WithCollars(bool[] speech)
    {
        for (var (i, last) = (0, -1); i < speech.Length; i++)
        {
            if (speech[i])
            {
                if (last >= 0 && i - last - 1 <= LongestGap)
                {
                    Array.Fill(speech, true, last, i - last);
                }
                last = i;
            }
        }
        var labels = Array.ConvertAll(speech, one => one ? FrameLabel.Speech : FrameLabel.Quiet);
        for (var i = 1; i < speech.Length; i++)
        {
            if (speech[i] != speech[i - 1])
            {
                Array.Fill(labels, FrameLabel.Unsure, Math.Max(0, i - Collar), Math.Min(speech.Length, i + Collar) - Math.Max(0, i - Collar));
            }
        }
        return labels;
    }
}
