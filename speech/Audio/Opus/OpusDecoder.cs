namespace RealtimeTraining.Speech.Audio.Opus;

/// <summary>
/// Decodes one Opus stream (RFC 6716) to 16 kHz mono; stereo is mixed down. Keeps state from packet to packet, so what
/// is lost has to be told. Not thread-safe.
/// </summary>
public sealed unsafe class OpusDecoder : IDisposable
{
    /// <summary>The longest packet: 120 ms.</summary>
    public const int MaxPacketMs = 120;

    /// <summary>
    /// By how much an encoding begins with nothing: what goes into libopus' encoder at sample 0 comes out here at this one.
    /// 6.5 ms: the overlap of 2.5 ms and the 4 ms that even out its two layers (opus_encoder.c, lookahead).
    /// </summary>
    public const int LeadInSamples = (AudioFormat.SampleRateHz / 400) + (AudioFormat.SampleRateHz / 250);
    private readonly short[] _pcm = new short[AudioFormat.Samples(MaxPacketMs)];
    private nint _decoder;

    public OpusDecoder()
    {
        _decoder = OpusNative.DecoderCreate(AudioFormat.SampleRateHz, 1, out var error);
        OpusFailure.ThrowIf(error, "open its decoder");
    }

    ~OpusDecoder() => Destroy();

    /// <summary>How much sound a packet holds, at 16 kHz; 0 when it is not an Opus packet.</summary>
    public static int SamplesOf(ReadOnlySpan<byte> packet)
    {
        fixed (byte* data = packet)
        {
            return packet.IsEmpty ? 0 : Math.Max(0, OpusNative.PacketSamples(data, packet.Length, AudioFormat.SampleRateHz));
        }
    }

    /// <summary>Forgets what came before: the next packet is the first of an encoding.</summary>
    public void Reset()
    {
        ObjectDisposedException.ThrowIf(_decoder == 0, this);
        OpusFailure.ThrowIf(OpusNative.DecoderControl(_decoder, OpusNative.ResetState), "reset its decoder");
    }

    /// <returns>Its sound; empty when the packet is not Opus, and then it is to be taken as lost.</returns>
    public short[] Decode(ReadOnlySpan<byte> packet)
    {
        fixed (byte* data = packet)
        {
            return packet.IsEmpty ? [] : Run(data, packet.Length, _pcm.Length, fec: 0);
        }
    }

    /// <summary>The sound before <paramref name="next"/>, from the copy that it may carry (FEC); made up where it has none.</summary>
    /// <param name="samples">A multiple of 40 (2.5 ms), at most 120 ms.</param>
    public short[] Recover(ReadOnlySpan<byte> next, int samples)
    {
        fixed (byte* data = next)
        {
            return next.IsEmpty ? Conceal(samples) : Run(data, next.Length, Checked(samples), fec: 1);
        }
    }

    /// <summary>Sound made up from what came before (PLC); it fades.</summary>
    /// <param name="samples">A multiple of 40 (2.5 ms), at most 120 ms.</param>
    public short[] Conceal(int samples) => Run(null, 0, Checked(samples), fec: 0);

    public void Dispose()
    {
        Destroy();
        GC.SuppressFinalize(this);
    }

    private short[] Run(byte* data, int length, int frameSamples, int fec)
    {
        ObjectDisposedException.ThrowIf(_decoder == 0, this);
        fixed (short* pcm = _pcm)
        {
            var decoded = OpusNative.Decode(_decoder, data, length, pcm, frameSamples, fec);
            return decoded > 0 ? _pcm.AsSpan(0, decoded).ToArray() : [];
        }
    }

    private int Checked(int samples) => samples > 0 && samples <= _pcm.Length && samples % 40 == 0
        ? samples : throw new ArgumentOutOfRangeException(nameof(samples), samples, "A multiple of 2.5 ms, at most 120 ms.");

    private void Destroy()
    {
        if (_decoder != 0)
        {
            OpusNative.DecoderDestroy(_decoder);
            _decoder = 0;
        }
    }
}
