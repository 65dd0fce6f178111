using System.Runtime.InteropServices;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Counts, as samples go by, what tells whether a recording is silent, clipped, or the same on both sides.</summary>
public sealed class SoundCensus(int channels)
{
    private const int ClippedFrom = 32_700;

    // -60 dBFS: softer than any voice that could be written down.
    private const int SilentPeak = 33;

    // A recording whose sides differ by less than this share of their power (-30 dB) is one voice track, copied.
    private const double SameShare = 0.001;

    // Loud enough to be sound, and at the end of the scale too often to be chance.
    private const double ClippedShare = 0.001;

    private long clipped;
    private int peak;
    private double power;
    private double difference;

    /// <summary>Samples of one channel.</summary>
    public long Frames { get; private set; }

    public bool IsSilent => peak < SilentPeak;

    public bool IsClipped => Frames > 0 && clipped > Frames * channels * ClippedShare;

    public bool SidesAreTheSame => channels == 2 && difference <= power * SameShare;

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
    }
}
