using System.Security.Cryptography;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>
/// Frames to RTP packets of one source. The timestamps begin at 0, so that a place in the sound can be told from one,
/// also behind a gateway that counts from the first packet it sees. One caller at a time.
/// </summary>
public sealed class VoiceSender(AudioCodec codec) : IDisposable
{
    private const int RememberedMs = 5 * 60_000;
    private readonly VoiceEncoder _encoder = new(codec);
    private readonly byte[] _packet = new byte[RtpPacket.HeaderBytes + VoiceEncoder.MaxPayloadBytes];
    private ushort _sequence = (ushort)RandomNumberGenerator.GetInt32(1, 30_000);
    private long _samples;
    private long _packets;
    private long _payloadBytes;

    public uint Ssrc { get; } = (uint)RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>Samples sent, at 16 kHz.</summary>
    public long Samples => Interlocked.Read(ref _samples);

    public long Packets => Interlocked.Read(ref _packets);

    /// <summary>Without headers, as sender reports count.</summary>
    public long PayloadBytes => Interlocked.Read(ref _payloadBytes);

    public uint Timestamp => (uint)(Samples * codec.ClockRateHz / AudioFormat.SampleRateHz);

    /// <param name="frame">20 ms.</param>
    /// <returns>The datagram; valid until the next call.</returns>
    public ReadOnlyMemory<byte> Packet(ReadOnlySpan<short> frame)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(frame.Length, AudioFormat.FrameSamples);
        // The marker tells a receiver to begin a talk spurt; here the sound never stops, so only the first has it.
        RtpPacket.WriteHeader(_packet, codec.PayloadType, Packets == 0, _sequence++, Timestamp, Ssrc);
        var bytes = _encoder.Encode(frame, _packet.AsSpan(RtpPacket.HeaderBytes));
        Interlocked.Add(ref _samples, frame.Length);
        Interlocked.Increment(ref _packets);
        Interlocked.Add(ref _payloadBytes, bytes);
        return _packet.AsMemory(0, RtpPacket.HeaderBytes + bytes);
    }

    /// <inheritdoc cref="IWebRtcPeer.SentSampleAt"/>
    public long? SampleAt(uint timestamp)
    {
        var agoUnits = Timestamp - timestamp;
        var ago = (long)agoUnits * AudioFormat.SampleRateHz / codec.ClockRateHz;
        return ago <= AudioFormat.Samples(1) * (long)RememberedMs && ago <= Samples ? Samples - ago : null;
    }

    public void Dispose() => _encoder.Dispose();
}
