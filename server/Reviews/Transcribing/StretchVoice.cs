using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Prosody;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// How a voice sounded in one stretch of a recording, measured as a trainee's is in a call. What is speech in it is told by
/// loudness, as all of it is there at once.
/// </summary>
public static class StretchVoice
{
    /// <summary>Speech stands out by so much from what is quiet in the stretch.</summary>
    private const float AboveQuietDb = 6;

    /// <summary>What is as loud as this against the voice at its loudest is the voice, however little stands out.</summary>
    private const float NearLoudestDb = 12;

    /// <summary>What is so much softer than the voice at its loudest is its fading away.</summary>
    private const float FadingDb = 34;

    /// <summary>Of the frames, so large a part is taken to be quiet: a little is cut along before and after.</summary>
    private const double Quiet = 0.1;

    /// <returns>Null where there is not one frame.</returns>
    public static VoiceMeasures? Measure(ReadOnlySpan<short> samples)
    {
        var levels = new float[samples.Length / AudioFormat.FrameSamples];
        if (levels.Length == 0)
        {
            return null;
        }
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = Loudness.RmsDbfs(samples.Slice(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples));
        }
        var least = LeastOfSpeech(levels);
        var (meter, power, speech) = (new VoiceMeter(), 0.0, 0);
        for (var i = 0; i < levels.Length; i++)
        {
            var isSpeech = levels[i] >= least;
            meter.Add(samples.Slice(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples), levels[i], isSpeech);
            (power, speech) = isSpeech ? (power + Math.Pow(10, levels[i] / 10), speech + 1) : (power, speech);
        }
        return VoiceMeasures.Of(meter.Measure(), 10 * Math.Log10(power / speech), new SpeechTimes(speech * AudioFormat.FrameMs, 0, 0));
    }

    /// <summary>In dBFS; the loudest frame always reaches it.</summary>
    private static float LeastOfSpeech(float[] levels)
    {
        float[] sorted = [.. levels.Order()];
        var (quiet, loudest) = (sorted[(int)(Quiet * (sorted.Length - 1))], sorted[^1]);
        return Math.Max(Math.Min(quiet + AboveQuietDb, loudest - NearLoudestDb), loudest - FadingDb);
    }
}
