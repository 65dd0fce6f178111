using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Speech.Tests.Audio.Opus;

public sealed class OpusTests
{
    [OpusFact]
    public void Tone_ComesBackAtItsLevelAndPitch_InFewBytes()
    {
        var packets = Encode(Tone(50));
        using var decoder = new OpusDecoder();
        short[] heard = [.. packets.SelectMany(packet => decoder.Decode(packet))];

        Assert.Equal(50 * AudioFormat.FrameSamples, heard.Length);
        Assert.InRange(Loudness.RmsDbfs(heard.AsSpan(3_200, 9_600)) - Loudness.RmsDbfs(Tone(50).AsSpan(3_200, 9_600)), -1.5f, 1.5f);
        Assert.InRange(Crossings(heard.AsSpan(3_200, 9_600)), 515, 530);
        Assert.InRange(packets.Average(packet => packet.Length), 20, 120);
    }

    [OpusFact]
    public void LostPacket_IsRecoveredFromTheNext_BetterThanSilence()
    {
        var sound = Tone(60);
        var packets = Encode(sound);
        using var decoder = new OpusDecoder();
        var heard = new List<short>();
        for (var i = 0; i < packets.Count; i++)
        {
            heard.AddRange(i == 40 ? decoder.Recover(packets[41], AudioFormat.FrameSamples) : decoder.Decode(packets[i]));
        }

        Assert.Equal(sound.Length, heard.Count);
        var lost = heard.GetRange(40 * AudioFormat.FrameSamples, AudioFormat.FrameSamples).ToArray();
        Assert.InRange(Loudness.RmsDbfs(lost), -30, -5);
    }

    [OpusFact]
    public void ManyLostPackets_AreConcealedAndFade()
    {
        var packets = Encode(Tone(40));
        using var decoder = new OpusDecoder();
        foreach (var packet in packets)
        {
            decoder.Decode(packet);
        }
        var levels = Enumerable.Range(0, 25).Select(_ => Loudness.RmsDbfs(decoder.Conceal(AudioFormat.FrameSamples))).ToList();

        Assert.True(levels[0] > -30, $"The first concealed frame is silent: {levels[0]} dBFS.");
        Assert.True(levels[^1] < levels[0] - 20, $"Concealment does not fade: {levels[0]} to {levels[^1]} dBFS.");
    }

    [OpusFact]
    public void Nonsense_DecodesToNothing_AndTheStreamGoesOn()
    {
        using var decoder = new OpusDecoder();
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var nonsense = new byte[random.Next(0, 400)];
            random.NextBytes(nonsense);
            Assert.InRange(decoder.Decode(nonsense).Length, 0, AudioFormat.Samples(OpusDecoder.MaxPacketMs));
            Assert.InRange(OpusDecoder.SamplesOf(nonsense), 0, AudioFormat.Samples(OpusDecoder.MaxPacketMs));
        }
        Assert.Equal(AudioFormat.FrameSamples, decoder.Decode(Encode(Tone(1))[0]).Length);
    }

    [OpusFact]
    public void Disposed_Refuses()
    {
        var decoder = new OpusDecoder();
        decoder.Dispose();
        decoder.Dispose();
        Assert.Throws<ObjectDisposedException>(() => decoder.Conceal(AudioFormat.FrameSamples));
    }

    private static List<byte[]> Encode(short[] sound)
    {
        using var encoder = new OpusEncoder();
        var packet = new byte[OpusEncoder.MaxPacketBytes];
        var packets = new List<byte[]>();
        for (var at = 0; at < sound.Length; at += AudioFormat.FrameSamples)
        {
            packets.Add(packet[..encoder.Encode(sound.AsSpan(at, AudioFormat.FrameSamples), packet)]);
        }
        return packets;
    }

    private static short[] Tone(int frames) =>
        [.. Enumerable.Range(0, frames * AudioFormat.FrameSamples).Select(n => (short)(8_000 * Math.Sin(2 * Math.PI * 437 * n / AudioFormat.SampleRateHz)))];

    private static int Crossings(ReadOnlySpan<short> sound)
    {
        var crossings = 0;
        for (var i = 1; i < sound.Length; i++)
        {
            crossings += sound[i - 1] < 0 != sound[i] < 0 ? 1 : 0;
        }
        return crossings;
    }
}
