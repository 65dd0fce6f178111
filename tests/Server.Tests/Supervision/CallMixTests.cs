using System.Runtime.InteropServices;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Supervision;

public sealed class CallMixTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly CallClock _clock;

    public CallMixTests() => _clock = new CallClock(_time);

    [Fact]
    public void BothVoices_AreHeardTogether_WhileTheyGoOn()
    {
        using var mix = new CallMix(_clock);
        var ear = mix.Join();
        mix.Patient(0, Constant(1_000, 1_000));
        for (var ms = 0; ms < 1_000; ms += AudioFormat.FrameMs)
        {
            mix.Trainee(0, Constant(AudioFormat.FrameMs, 200));
            _time.Advance(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
        }

        var heard = Heard(ear);

        Assert.Equal(1_200, heard[AudioFormat.Samples(500)]);
        Assert.InRange(heard.Length, AudioFormat.Samples(880), AudioFormat.Samples(1_000));
    }

    [Fact]
    public void PatientsVoice_LiesWhereItDoesOnTheCallsClock_AndWhatWasTakenBackIsSilent()
    {
        using var mix = new CallMix(_clock);
        var ear = mix.Join();
        mix.Patient(AudioFormat.Samples(200), Constant(400, 1_000));
        mix.ErasePatient(AudioFormat.Samples(300));
        Pass(900);

        var heard = Heard(ear);

        Assert.Equal(AudioFormat.Samples(200), Array.FindIndex(heard, sample => sample != 0));
        Assert.Equal(AudioFormat.Samples(300), Array.FindLastIndex(heard, sample => sample != 0) + 1);
    }

    [Fact]
    public void ListenerWhoTakesNothing_KeepsTheLastSecond_AndCostsTheOthersNothing()
    {
        using var mix = new CallMix(_clock);
        var (stalled, awake) = (mix.Join(), mix.Join());
        var taken = 0;
        for (var ms = 0; ms < 10_000; ms += 20)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            while (awake.Packets.TryRead(out _))
            {
                taken++;
            }
        }

        Assert.Equal(0, awake.DroppedPackets);
        Assert.InRange(taken, 245, 250);
        Assert.Equal(taken - 25, stalled.DroppedPackets);
        Assert.True(stalled.Packets.TryRead(out var oldest));
        Assert.InRange(oldest!.Offset, AudioFormat.Samples(8_800), AudioFormat.Samples(9_000));
    }

    [Fact]
    public void SoundThatComesAllAtOnceAfterAJam_IsCutToWhatIsLive()
    {
        using var mix = new CallMix(_clock);
        var ear = mix.Join();
        mix.Trainee(0, Constant(3_000, 100));
        mix.Trainee(0, Constant(400, 700));
        Pass(900);

        var heard = Heard(ear);

        Assert.DoesNotContain((short)100, heard);
        Assert.Equal(AudioFormat.Samples(400), heard.Count(sample => sample == 700));
    }

    [Fact]
    public void SupervisorWhoSpeaks_IsHeardByTheOtherListeners_AndNotByThemselves()
    {
        using var mix = new CallMix(_clock);
        var (own, other) = (mix.Join(), mix.Join());
        mix.Supervisor(own, Constant(200, 500));
        Pass(500);

        Assert.All(Heard(own), sample => Assert.Equal(0, sample));
        Assert.Contains((short)500, Heard(other));
    }

    private void Pass(int milliseconds)
    {
        for (var ms = 0; ms < milliseconds; ms += 20)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
        }
    }

    private static short[] Constant(int milliseconds, short value)
    {
        var samples = new short[AudioFormat.Samples(milliseconds)];
        Array.Fill(samples, value);
        return samples;
    }

    private static short[] Heard(LiveSound ear)
    {
        var heard = new List<short>();
        while (ear.Packets.TryRead(out var packet))
        {
            heard.AddRange(MemoryMarshal.Cast<byte, short>(packet.Pcm));
        }
        return [.. heard];
    }
}
