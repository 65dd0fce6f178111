using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>20 ms frames of 16 kHz mono to payloads of one codec. Keeps state; not thread-safe.</summary>
public sealed class VoiceEncoder : IDisposable
{
    public const int MaxPayloadBytes = OpusEncoder.MaxPacketBytes;
    private readonly AudioCodecKind _kind;
    private readonly OpusEncoder? _opus;
    private readonly Resampler? _down;
    private readonly Queue<short> _narrow = new();

    public VoiceEncoder(AudioCodec codec)
    {
        _kind = codec.Kind;
        if (_kind == AudioCodecKind.Opus)
        {
            _opus = new OpusEncoder();
        }
        else
        {
            _down = new Resampler(AudioFormat.SampleRateHz, G711.SampleRateHz);
        }
    }

    /// <returns>Bytes written: always a whole 20 ms.</returns>
    public int Encode(ReadOnlySpan<short> frame, Span<byte> payload)
    {
        if (_opus is not null)
        {
            return _opus.Encode(frame, payload);
        }
        foreach (var sample in _down!.Process(frame))
        {
            _narrow.Enqueue(sample);
        }
        var bytes = G711.SampleRateHz / 1000 * AudioFormat.FrameMs;
        for (var i = 0; i < bytes; i++)
        {
            // The resampler holds its first two milliseconds back; they are silence.
            var sample = _narrow.TryDequeue(out var next) ? next : (short)0;
            payload[i] = _kind == AudioCodecKind.Pcmu ? G711.ToMuLaw(sample) : G711.ToALaw(sample);
        }
        return bytes;
    }

    public void Dispose() => _opus?.Dispose();
}
