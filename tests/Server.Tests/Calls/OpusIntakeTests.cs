using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class OpusIntakeTests
{
    /// <summary>A whole packet by its first bytes, whose first frame claims to be longer than all of it.</summary>
    private static readonly byte[] Broken = [0x4B, 0x82, 0xFB, 0xFF, 1, 2, 3];
    private const int OneMs = AudioFormat.SampleRateHz / 1000;
    private readonly ManualTimeProvider _time = new();
    private readonly MicrophoneIntake _intake;

    public OpusIntakeTests() => _intake = new MicrophoneIntake(new CallClock(_time));

    [OpusFact]
    public void Sound_LiesWhereItWasCaptured()
    {
        var sound = OpusSound.Noise(3_000);
        Send(OpusSound.Encode(sound, 0, sound.Length));

        var heard = Heard();
        Assert.Equal(sound.Length - OpusDecoder.LeadInSamples, _intake.HeardUpTo);
        Assert.InRange(OpusSound.Lag(sound, 8_000, heard.AsSpan(8_000, 16_000)), -OneMs, OneMs);
        Assert.Equal(0, _intake.BrokenPackets);
    }

    [OpusFact]
    public void StreamThatGoesOnAfterAnOutage_TakesNothingTwice_LeavesNothingOut_AndStaysInItsPlace()
    {
        var sound = OpusSound.Noise(4_000);
        Send(OpusSound.Encode(sound, 0, 32_000));
        var before = Heard();
        _time.AdvanceMs(2_000);
        // Encoded anew from further back: what was under way may not have arrived.
        Send(OpusSound.Encode(sound, 24_000, sound.Length), paced: false);

        short[] heard = [.. before, .. Heard()];
        Assert.Equal((sound.Length - OpusDecoder.LeadInSamples) / AudioFormat.FrameSamples * AudioFormat.FrameSamples, heard.Length);
        Assert.InRange(OpusSound.Lag(sound, 8_000, heard.AsSpan(8_000, 16_000)), -OneMs, OneMs);
        Assert.InRange(OpusSound.Lag(sound, 40_000, heard.AsSpan(40_000, 16_000)), -OneMs, OneMs);
        // At the seam as well: no click where the one decoder ends and the other has begun.
        Assert.InRange(OpusSound.Lag(sound, 30_400, heard.AsSpan(30_400, 3_200)), -OneMs, OneMs);
    }

    [OpusFact]
    public void GapInTheMiddle_IsNotFilled_AndWhatFollowsLiesInItsPlace()
    {
        var sound = OpusSound.Noise(4_000);
        Send(OpusSound.Encode(sound, 0, 32_000));
        var before = Frames();
        _time.AdvanceMs(500);
        Send(OpusSound.Encode(sound, 40_000, sound.Length));

        // What had begun before the gap is heard to its end.
        var after = Frames();
        Assert.Equal(before[^1].EndMs, after[0].AtMs);
        Assert.NotEqual(0, after[0].Samples[0]);
        Assert.Equal(0, after[0].Samples[^1]);
        Assert.InRange(after[1].AtMs, 2_490, 2_510);
        Assert.InRange(OpusSound.Lag(sound, 40_000, Joined(after.Skip(1)).AsSpan(0, 16_000)), -OneMs, OneMs);
    }

    [OpusFact]
    public void UndecodablePacket_IsMadeUpAndCounted_AndTooManyEndTheStream()
    {
        var packets = OpusSound.Encode(OpusSound.Noise(1_000), 0, 16_000).ToList();
        using var opus = new OpusIntake(_intake);
        var stream = _intake.Open();
        packets.ForEach(packet => opus.Accept(stream, packet));
        Assert.Equal(640, OpusDecoder.SamplesOf(Broken));

        Assert.True(opus.Accept(stream, new OpusPacket(16_000, Broken)));
        Assert.Equal(1, _intake.BrokenPackets);
        Assert.Equal(16_640 - OpusDecoder.LeadInSamples, _intake.HeardUpTo);

        var offset = 16_640L;
        var refusal = Assert.Throws<CallError>(() =>
        {
            for (var i = 0; i < 100; i++, offset += 640)
            {
                opus.Accept(stream, new OpusPacket(offset, Broken));
            }
        });
        Assert.Equal("audioNotOpus", refusal.Code);
    }

    [OpusFact]
    public void WhatIsNoPacketOfSpeech_IsRefusedWithACode()
    {
        byte[] whole = OpusSound.Encode(OpusSound.Noise(20), 0, 320).Single().Data;

        Refused("audioPacketSize", new OpusPacket(0, null!));
        Refused("audioPacketSize", new OpusPacket(0, []));
        Refused("audioPacketSize", new OpusPacket(0, new byte[OpusIntake.MaxPacketBytes + 1]));
        Refused("audioPacketSize", new OpusPacket(0, [0xE0, 1, 2])); // 2.5 ms
        Refused("audioPacketSize", new OpusPacket(0, [0x59, 1, 2, 3, 4])); // 120 ms
        Refused("audioNotOpus", new OpusPacket(0, [0x03])); // a count of frames that is not there
        Refused("audioOutOfRange", new OpusPacket(-1, whole));
        Refused("audioOutOfRange", new OpusPacket(long.MaxValue, whole));
        Refused("audioOutOfRange", new OpusPacket(long.MinValue, whole));
    }

    [OpusFact]
    public void MoreThanCanBeSpoken_IsRefused()
    {
        var packet = OpusSound.Encode(OpusSound.Noise(20), 0, 320).Single();
        using var opus = new OpusIntake(_intake);
        var stream = _intake.Open();

        var refusal = Assert.Throws<CallError>(() =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                opus.Accept(stream, packet);
            }
        });
        Assert.Equal("audioTooFast", refusal.Code);
    }

    [OpusFact]
    public void Nonsense_IsRefusedOrHeard_ButHarmsNothing()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var nonsense = new byte[random.Next(0, 400)];
            random.NextBytes(nonsense);
            using var opus = new OpusIntake(_intake);
            try
            {
                opus.Accept(_intake.Open(), new OpusPacket(random.Next(1_000_000), nonsense));
            }
            catch (CallError)
            {
            }
        }
        Frames();
        var sound = OpusSound.Noise(1_000);
        var intake = new MicrophoneIntake(new CallClock(_time));
        using var good = new OpusIntake(intake);
        var stream = intake.Open();
        Assert.All(OpusSound.Encode(sound, 0, sound.Length), packet => Assert.True(good.Accept(stream, packet)));
    }

    [OpusFact]
    public void StreamThatWasTakenOver_IsTold()
    {
        using var opus = new OpusIntake(_intake);
        var first = _intake.Open();
        _intake.Open();

        Assert.False(opus.Accept(first, OpusSound.Encode(OpusSound.Noise(20), 0, 320).Single()));
    }

    private void Refused(string code, OpusPacket packet)
    {
        using var opus = new OpusIntake(_intake);
        Assert.Equal(code, Assert.Throws<CallError>(() => opus.Accept(_intake.Open(), packet)).Code);
    }

    private void Send(IEnumerable<OpusPacket> packets, bool paced = true)
    {
        using var opus = new OpusIntake(_intake);
        var stream = _intake.Open();
        foreach (var packet in packets)
        {
            if (paced)
            {
                _time.AdvanceMs(AudioFormat.FrameMs);
            }
            opus.Accept(stream, packet);
        }
        _intake.Close(stream);
    }

    private short[] Heard() => Joined(Frames());

    private static short[] Joined(IEnumerable<MicrophoneFrame> frames) => [.. frames.SelectMany(frame => frame.Samples)];

    private List<MicrophoneFrame> Frames()
    {
        var frames = new List<MicrophoneFrame>();
        while (_intake.Frames.TryRead(out var frame))
        {
            frames.Add(frame);
        }
        return frames;
    }
}
