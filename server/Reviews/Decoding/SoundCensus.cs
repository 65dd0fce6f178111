using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Counts, as samples go by, what tells whether a recording is silent, clipped, nothing but music, or the same on both sides.</summary>
public sealed class SoundCensus(int channels)
{
    private const int ClippedFrom = 32_700;

    // -60 dBFS: softer than any voice that could be written down.
    private const int SilentPeak = 33;

    // A recording whose sides differ by less than this share of their power (-30 dB) is one voice track, copied.
    private const double SameShare = 0.001;

    // Loud enough to be sound, and at the end of the scale too often to be chance.
    private const double ClippedShare = 0.001;

    // Less is a signal, or a ring.
    private const int FewestMusicSeconds = 5;

    // A channel in which as little as this is heard holds nobody.
    private const int FewestHeardSeconds = 2;

    private readonly MusicMeter[] music = [.. Enumerable.Range(0, channels).Select(_ => new MusicMeter())];
    private readonly short[] frame = new short[channels * AudioFormat.FrameSamples];
    private readonly short[] side = new short[AudioFormat.FrameSamples];
    private int filled;
    private long clipped;
    private int peak;
    private double power;
    private double difference;

    /// <summary>Samples of one channel.</summary>
    public long Frames { get; private set; }

    public bool IsSilent => peak < SilentPeak;

    public bool IsClipped => Frames > 0 && clipped > Frames * channels * ClippedShare;

    public bool SidesAreTheSame => channels == 2 && difference <= power * SameShare;

    /// <param name="share">So much of what is heard in each channel, 0 to 1.</param>
    public bool IsMusic(double share) => Array.Exists(music, meter => meter.HeardSeconds >= FewestMusicSeconds)
        && Array.TrueForAll(music, meter => meter.HeardSeconds < FewestHeardSeconds || meter.Share >= share);

    /// <param name="bytes">Whole frames of 16-bit samples, channels side by side.</param>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var samples = MemoryMarshal.Cast<byte, short>(bytes);
        for (var i = 0; i < samples.Length; i++)
        {
            var level = Math.Abs((int)samples[i]);
            peak = Math.Max(peak, level);
            clipped += level >= ClippedFrom ? 1 : 0;
            power += (double)level * level;
        }
        if (channels == 2)
        {
            for (var i = 0; i + 1 < samples.Length; i += 2)
            {
                double apart = samples[i] - samples[i + 1];
                difference += apart * apart;
            }
        }
        Frames += samples.Length / channels;
        HearMusic(samples);
    }

    private void HearMusic(ReadOnlySpan<short> samples)
    {
        while (!samples.IsEmpty)
        {
            var count = Math.Min(samples.Length, frame.Length - filled);
            samples[..count].CopyTo(frame.AsSpan(filled));
            samples = samples[count..];
            filled += count;
            if (filled < frame.Length)
            {
                return;
            }
            filled = 0;
            for (var channel = 0; channel < channels; channel++)
            {
                Pcm.TakeChannel(frame, channels, channel, side);
                music[channel].Add(side);
            }
        }
    }
}
