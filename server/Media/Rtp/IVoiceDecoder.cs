using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>Payloads of one stream to 16 kHz mono. Keeps state; not thread-safe.</summary>
public interface IVoiceDecoder : IDisposable
{
    /// <returns>Empty when the payload is not of this codec.</returns>
    short[] Decode(ReadOnlySpan<byte> payload);

    /// <summary>What lay before <paramref name="following"/>, or made up where that is empty or carries no copy.</summary>
    /// <param name="samples">A multiple of 20 ms, at most 100.</param>
    short[] Conceal(ReadOnlySpan<byte> following, int samples);
}

public static class VoiceDecoder
{
    public static IVoiceDecoder For(AudioCodec codec) => codec.Kind == AudioCodecKind.Opus ? new OpusVoiceDecoder() : new G711VoiceDecoder(codec.Kind);
}

internal sealed class OpusVoiceDecoder : IVoiceDecoder
{
    private readonly OpusDecoder _decoder = new();

    public short[] Decode(ReadOnlySpan<byte> payload) => _decoder.Decode(payload);

    public short[] Conceal(ReadOnlySpan<byte> following, int samples)
    {
        // Only the last frame before the one that came can be in it.
        var unknown = samples - AudioFormat.FrameSamples;
        return unknown <= 0 ? _decoder.Recover(following, samples) : [.. _decoder.Conceal(unknown), .. _decoder.Recover(following, AudioFormat.FrameSamples)];
    }

    public void Dispose() => _decoder.Dispose();
}

internal sealed class G711VoiceDecoder(AudioCodecKind kind) : IVoiceDecoder
{
    private const int MaxBytes = 960;
    private const float Fade = 0.6f;
    private readonly Resampler _up = new(G711.SampleRateHz, AudioFormat.SampleRateHz);
    private short[] _last = new short[AudioFormat.FrameSamples / 2];

    public short[] Decode(ReadOnlySpan<byte> payload)
    {
        if (payload.Length is 0 or > MaxBytes)
        {
            return [];
        }
        var samples = new short[payload.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = kind == AudioCodecKind.Pcmu ? G711.FromMuLaw(payload[i]) : G711.FromALaw(payload[i]);
        }
        _last = samples;
        return _up.Process(samples);
    }

    // The last frame again, quieter each time.
    public short[] Conceal(ReadOnlySpan<byte> following, int samples)
    {
        var needed = samples / 2;
        var made = new short[needed];
        for (var i = 0; i < needed; i++)
        {
            made[i] = (short)(_last[i % _last.Length] * Fade);
        }
        _last = made;
        return _up.Process(made);
    }

    public void Dispose()
    {
    }
}
