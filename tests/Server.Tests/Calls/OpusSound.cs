using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>A sound in which every place can be told, and its encodings.</summary>
internal static class OpusSound
{
    /// <summary>Noise that rises and falls: like no other stretch of itself.</summary>
    public static short[] Noise(int milliseconds)
    {
        var random = new Random(11);
        var low = 0.0;
        return [.. Enumerable.Range(0, AudioFormat.Samples(milliseconds)).Select(n =>
        {
            low = (low * 0.7) + (random.NextDouble() - 0.5) * 0.3;
            return (short)(low * 30_000 * (0.2 + Math.Abs(Math.Sin(n / 1_900.0))));
        })];
    }

    /// <summary>One encoding of a stretch, as a browser makes it.</summary>
    /// <param name="from">Where the stretch begins, in samples; a multiple of 320.</param>
    public static IEnumerable<OpusPacket> Encode(short[] sound, int from, int to)
    {
        using var encoder = new OpusEncoder(24_000, 0);
        var packet = new byte[OpusEncoder.MaxPacketBytes];
        for (var at = from; at + AudioFormat.FrameSamples <= to; at += AudioFormat.FrameSamples)
        {
            yield return new OpusPacket(at, packet[..encoder.Encode(sound.AsSpan(at, AudioFormat.FrameSamples), packet)]);
        }
    }

    /// <summary>By how many samples <paramref name="heard"/> lies behind the stretch of the sound that begins at <paramref name="from"/>.</summary>
    public static int Lag(short[] sound, int from, ReadOnlySpan<short> heard)
    {
        const int Most = 320;
        var (best, lag) = (double.MinValue, 0);
        for (var shift = -Most; shift <= Most; shift++)
        {
            double product = 0, power = 0;
            for (var n = Most; n < heard.Length - Most; n++)
            {
                product += (double)sound[from + n] * heard[n + shift];
                power += (double)heard[n + shift] * heard[n + shift];
            }
            if (product / Math.Sqrt(power + 1) is var likeness && likeness > best)
            {
                (best, lag) = (likeness, shift);
            }
        }
        return lag;
    }
}
