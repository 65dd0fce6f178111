using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// One stream of the microphone as Opus: decodes it for the intake and puts each sample where the browser captured it.
/// What cannot be decoded is made up and counted. Not thread-safe.
/// </summary>
public sealed class OpusIntake(MicrophoneIntake intake) : IDisposable
{
    /// <summary>The most that one frame of Opus can have (RFC 6716, 3.4); speech has a tenth of it.</summary>
    public const int MaxPacketBytes = 1_275;
    private const int MinPacketMs = 20;
    private const int MaxPacketMs = 60;
    private const int MaxBroken = 50;
    private readonly OpusDecoder _decoder = new();
    private long _seq;
    private long _next = -1;
    private int _broken;

    /// <returns>False when another stream has taken over.</returns>
    /// <exception cref="CallError">The packet is not what was agreed; the stream is to be ended.</exception>
    public bool Accept(int stream, OpusPacket packet)
    {
        var samples = Check(packet);
        // The connection loses nothing, so what does not follow on was encoded anew.
        var begins = packet.Offset != _next;
        if (begins)
        {
            _decoder.Reset();
        }
        _next = packet.Offset + samples;
        var sound = Decode(packet.Data, samples).AsSpan(begins ? OpusDecoder.LeadInSamples : 0);
        var offset = _next - OpusDecoder.LeadInSamples - sound.Length;
        return intake.Accept(stream, new AudioPacket(_seq++, 0, offset, MemoryMarshal.AsBytes(sound).ToArray()));
    }

    public void Dispose() => _decoder.Dispose();

    private short[] Decode(byte[] data, int samples)
    {
        var sound = _decoder.Decode(data);
        if (sound.Length == samples)
        {
            return sound;
        }
        intake.CountBroken();
        return ++_broken <= MaxBroken ? _decoder.Conceal(samples) : throw NotOpus();
    }

    private static int Check(OpusPacket packet)
    {
        CallLimits.CheckCaptured(packet.Offset);
        if (packet.Data is not { Length: > 0 and <= MaxPacketBytes })
        {
            throw new CallError("audioPacketSize", $"A packet of Opus must have 1 to {MaxPacketBytes:N0} bytes. Reload the page.");
        }
        var samples = OpusDecoder.SamplesOf(packet.Data);
        if (samples == 0)
        {
            throw NotOpus();
        }
        return samples >= AudioFormat.Samples(MinPacketMs) && samples <= AudioFormat.Samples(MaxPacketMs) ? samples
            : throw new CallError("audioPacketSize", $"A packet of Opus must hold {MinPacketMs} to {MaxPacketMs} ms of sound. Reload the page.");
    }

    private static CallError NotOpus() => new("audioNotOpus", "Sound arrives that is not Opus. Reload the page.");
}
