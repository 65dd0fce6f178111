using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Tests.Media.SipSorcery;

internal static class Sounds
{
    /// <summary>Within a telephone's band, and like itself at one place only.</summary>
    public static short[] Sweep(int milliseconds)
    {
        var sound = new short[AudioFormat.Samples(milliseconds)];
        var phase = 0.0;
        for (var i = 0; i < sound.Length; i++)
        {
            phase += 2 * Math.PI * (400 + 1_600.0 * i / sound.Length) / AudioFormat.SampleRateHz;
            sound[i] = (short)(8_000 * Math.Sin(phase));
        }
        return sound;
    }

    /// <summary>1: the same sound, perhaps later and of another level. 0: another sound.</summary>
    public static double Likeness(short[] sent, short[] heard)
    {
        var best = 0.0;
        for (var lag = 0; lag < Math.Min(heard.Length / 2, AudioFormat.Samples(200)); lag++)
        {
            double product = 0, left = 1, right = 1;
            for (var i = 0; i < Math.Min(sent.Length, heard.Length - lag); i += 4)
            {
                product += (double)sent[i] * heard[i + lag];
                left += (double)sent[i] * sent[i];
                right += (double)heard[i + lag] * heard[i + lag];
            }
            best = Math.Max(best, product / Math.Sqrt(left * right));
        }
        return best;
    }
}
