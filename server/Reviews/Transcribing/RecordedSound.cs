using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The sealed sound of a call, read channel by channel. Not thread-safe.</summary>
public sealed class RecordedSound(Stream pcm, int channels) : IDisposable
{
    public int Channels => channels;

    /// <summary>In samples of one channel.</summary>
    public long Length => pcm.Length / (channels * Pcm.BytesPerSample);

    public int DurationMs => (int)AudioFormat.Milliseconds(Length);

    /// <summary>The next samples of all channels, side by side; fewer at the end, none after it.</summary>
    public int Read(Span<short> interleaved)
    {
        var count = pcm.ReadAtLeast(MemoryMarshal.AsBytes(interleaved), interleaved.Length * Pcm.BytesPerSample, throwOnEndOfStream: false);
        return count / Pcm.BytesPerSample;
    }

    /// <summary>One channel between two moments; silence where the recording has ended.</summary>
    public short[] Cut(int channel, int startMs, int endMs)
    {
        var from = Math.Max(0, startMs);
        var both = new short[AudioFormat.Samples(Math.Max(0, endMs - from)) * channels];
        pcm.Position = (long)AudioFormat.Samples(1) * from * channels * Pcm.BytesPerSample;
        Read(both);
        var one = new short[both.Length / channels];
        Pcm.TakeChannel(both, channels, channel, one);
        return one;
    }

    public void Rewind() => pcm.Position = 0;

    public void Dispose() => pcm.Dispose();
}
