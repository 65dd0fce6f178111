namespace RealtimeTraining.Speech.Audio.Opus;

/// <summary>
/// Encodes 16 kHz mono speech to Opus (RFC 6716), each packet with a coarse copy of the one before it (FEC), so that a
/// single loss is not heard. Keeps state from frame to frame. Not thread-safe.
/// </summary>
public sealed unsafe class OpusEncoder : IDisposable
{
    /// <summary>More than any packet of this encoder needs.</summary>
    public const int MaxPacketBytes = 1_000;
    private nint _encoder;

    /// <param name="bitsPerSecond">6,000 to 128,000; 28,000 is wide-band speech with its FEC.</param>
    /// <param name="expectedLossPercent">How much FEC to spend, 0 to 30.</param>
    public OpusEncoder(int bitsPerSecond = 28_000, int expectedLossPercent = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bitsPerSecond, 6_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bitsPerSecond, 128_000);
        _encoder = OpusNative.EncoderCreate(AudioFormat.SampleRateHz, 1, OpusNative.ApplicationVoip, out var error);
        OpusFailure.ThrowIf(error, "open its encoder");
        Control(OpusNative.SetBitrate, bitsPerSecond);
        Control(OpusNative.SetComplexity, 5);
        Control(OpusNative.SetInbandFec, 1);
        Control(OpusNative.SetPacketLossPercent, Math.Clamp(expectedLossPercent, 0, 30));
    }

    ~OpusEncoder() => Destroy();

    /// <param name="frame">20 ms.</param>
    /// <param name="packet">At least <see cref="MaxPacketBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    public int Encode(ReadOnlySpan<short> frame, Span<byte> packet)
    {
        ObjectDisposedException.ThrowIf(_encoder == 0, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, AudioFormat.FrameSamples);
        ArgumentOutOfRangeException.ThrowIfLessThan(packet.Length, MaxPacketBytes);
        fixed (short* pcm = frame)
        fixed (byte* data = packet)
        {
            var written = OpusNative.Encode(_encoder, pcm, frame.Length, data, packet.Length);
            OpusFailure.ThrowIf(Math.Min(0, written), "encode");
            return written;
        }
    }

    public void Dispose()
    {
        Destroy();
        GC.SuppressFinalize(this);
    }

    private void Control(int request, int value) => OpusFailure.ThrowIf(OpusNative.EncoderControl(_encoder, request, value), "take its settings");

    private void Destroy()
    {
        if (_encoder != 0)
        {
            OpusNative.EncoderDestroy(_encoder);
            _encoder = 0;
        }
    }
}
