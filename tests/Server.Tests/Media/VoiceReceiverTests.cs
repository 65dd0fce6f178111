using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Rtp;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class VoiceReceiverTests
{
    private static readonly AudioCodec Narrow = new(AudioCodecKind.Pcmu, 0);
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(AudioCodecKind.Pcmu)]
    [InlineData(AudioCodecKind.Pcma)]
    [InlineData(AudioCodecKind.Opus)]
    public void VoiceSent_IsHeard_InItsPlace(AudioCodecKind kind)
    {
        if (kind == AudioCodecKind.Opus && OpusLibrary.WhyNot is not null)
        {
            return;
        }
        var frames = Carry(new AudioCodec(kind, 111), 50, _ => true);

        Assert.All(frames, frame => Assert.False(frame.Concealed));
        AssertContinuous(frames);
        short[] heard = [.. frames.SelectMany(frame => frame.Samples)];
        Assert.InRange(heard.Length, 49 * AudioFormat.FrameSamples, 50 * AudioFormat.FrameSamples);
        Assert.InRange(Loudness.RmsDbfs(heard.AsSpan(3_200, 9_600)), -17, -13);
    }

    [Fact]
    public void LostPackets_AreConcealed_SoThatTheRestKeepsItsPlace()
    {
        var frames = Carry(Narrow, 50, n => n is not (20 or 30 or 31));

        AssertContinuous(frames);
        var concealed = frames.Where(frame => frame.Concealed).Sum(frame => frame.Samples.Length);
        Assert.InRange(concealed, 2 * AudioFormat.FrameSamples, 4 * AudioFormat.FrameSamples);
    }

    [Fact]
    public void LostPackets_WhoseCopiesCome_AreHeardToTheSample()
    {
        if (OpusLibrary.WhyNot is not null)
        {
            return;
        }
        var codec = new AudioCodec(AudioCodecKind.Opus, 111, Redundancy: 63);
        var whole = Carry(codec, 50, _ => true);
        var lossy = Carry(codec, 50, n => n % 5 != 3);

        Assert.All(lossy, frame => Assert.False(frame.Concealed));
        AssertContinuous(lossy);
        Assert.Equal(whole.SelectMany(frame => frame.Samples), lossy.SelectMany(frame => frame.Samples));
    }

    [Fact]
    public void PacketsWithCopies_AreRefused_WhereNobodyAgreedOnThem_AndWhereTheyLie()
    {
        using var without = new VoiceReceiver(Narrow, _time);
        without.Receive(Packets.Rtp(1, 0, 7, Packets.Redundant(0, (new byte[160], 0)), payloadType: 63));
        Assert.Equal((0, 1), (without.Statistics.PacketsReceived, without.Statistics.PacketsRefused));

        using var with = new VoiceReceiver(Narrow with { Redundancy = 63 }, _time);
        with.Receive(Packets.Rtp(1, 0, 7, Packets.Redundant(0, (new byte[160], 0)), payloadType: 63));
        with.Receive(Packets.Rtp(2, 160, 7, [0x80, 0xFF, 0xFF, 0xFF, 0, 1], payloadType: 63));
        Assert.Equal((1, 1), (with.Statistics.PacketsReceived, with.Statistics.PacketsRefused));
    }

    [Fact]
    public void LongHole_IsLeftOpen()
    {
        var frames = Carry(Narrow, 100, n => n is < 20 or > 60);

        Assert.DoesNotContain(frames, frame => frame.Concealed);
        var gap = frames.Zip(frames.Skip(1)).Max(pair => pair.Second.Offset - pair.First.Offset - pair.First.Samples.Length);
        Assert.InRange(gap, 41 * AudioFormat.FrameSamples - 64, 41 * AudioFormat.FrameSamples + 64);
    }

    [Fact]
    public void CutOff_NothingIsMadeUp()
    {
        using var receiver = new VoiceReceiver(Narrow, _time);
        receiver.Receive(Packets.Rtp(1, 0, 7, new byte[160], payloadType: 0));
        _time.AdvanceMs(5_000);

        var count = 0;
        while (receiver.Frames.TryRead(out _))
        {
            count++;
        }
        Assert.Equal(1, count);
    }

    [Fact]
    public void NonsenseStrangersAndOtherPayloads_AreRefusedAndCounted()
    {
        using var receiver = new VoiceReceiver(Narrow, _time);
        receiver.Receive(Packets.Rtp(1, 0, 7, new byte[160], payloadType: 0));
        receiver.Receive(Packets.Rtp(2, 160, 7, new byte[160], payloadType: 96));
        receiver.Receive(Packets.Rtp(2, 160, 8, new byte[160], payloadType: 0));
        receiver.Receive(Packets.Rtp(40_000, 160, 7, new byte[160], payloadType: 0));
        receiver.Receive(new byte[5]);
        receiver.Refuse();

        Assert.Equal((1, 5), (receiver.Statistics.PacketsReceived, receiver.Statistics.PacketsRefused));
    }

    [Fact]
    public void NobodyReads_TheOldestGo_AndAreCounted()
    {
        using var receiver = new VoiceReceiver(Narrow, _time);
        for (var n = 0; n < 400; n++)
        {
            receiver.Receive(Packets.Rtp((ushort)n, (uint)n * 160, 7, new byte[160], payloadType: 0));
        }
        Assert.Equal(150, receiver.Statistics.FramesDropped);
    }

    private List<PeerFrame> Carry(AudioCodec codec, int packets, Func<int, bool> arrives)
    {
        using var sender = new VoiceSender(codec);
        using var receiver = new VoiceReceiver(codec, _time);
        var heard = new List<PeerFrame>();
        byte[] before = [];
        for (var n = 0; n < packets; n++)
        {
            short[] frame = [.. Enumerable.Range(n * 320, 320).Select(at => (short)(8_000 * Math.Sin(2 * Math.PI * 440 * at / 16_000)))];
            var packet = sender.Packet(frame).ToArray();
            if (codec.Redundancy is { } redundancy)
            {
                (packet, before) = (WithCopy(packet, before, redundancy), packet);
            }
            _time.AdvanceMs(20);
            if (arrives(n))
            {
                receiver.Receive(packet);
            }
            while (receiver.Frames.TryRead(out var got))
            {
                heard.Add(got);
            }
        }
        return heard;
    }

    private static byte[] WithCopy(byte[] packet, byte[] before, int redundancy)
    {
        Assert.True(RtpPacket.TryRead(packet, out var own));
        (byte[], int) frame = (own.Payload.ToArray(), 0);
        var payload = RtpPacket.TryRead(before, out var last)
            ? Packets.Redundant(own.PayloadType, (last.Payload.ToArray(), (int)(own.Timestamp - last.Timestamp)), frame)
            : Packets.Redundant(own.PayloadType, frame);
        return Packets.Rtp(own.Sequence, own.Timestamp, own.Ssrc, payload, own.Marker, redundancy);
    }

    private static void AssertContinuous(List<PeerFrame> frames)
    {
        for (var i = 1; i < frames.Count; i++)
        {
            // G.711's resampler holds a few samples of the first frame back.
            Assert.InRange(frames[i].Offset - frames[i - 1].Offset - frames[i - 1].Samples.Length, 0, 40);
        }
    }
}
