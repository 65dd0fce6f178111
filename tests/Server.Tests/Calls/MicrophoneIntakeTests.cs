using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class MicrophoneIntakeTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly CallClock _clock;
    private readonly MicrophoneIntake _intake;
    private long _offset;

    public MicrophoneIntakeTests()
    {
        _clock = new CallClock(_time);
        _intake = new MicrophoneIntake(_clock);
    }

    [Fact]
    public void Frames_LieWhereTheyWereSpoken()
    {
        var stream = _intake.Open();
        Send(stream, packets: 50);

        Assert.InRange(Last().EndMs - _clock.NowMs, -1, 0);
    }

    [Fact]
    public void LatePackets_DoNotMoveTheFrames()
    {
        var stream = _intake.Open();
        Send(stream, packets: 50);
        _time.AdvanceMs(60);
        Send(stream, packets: 1);

        Assert.InRange(Last().EndMs - _clock.NowMs, -61, -59);
    }

    [Fact]
    public void BrowserThatLosesTime_IsCaughtUpWithWithinTwoWindows()
    {
        var stream = _intake.Open();
        Send(stream, packets: 50);
        _time.AdvanceMs(700);
        Send(stream, packets: 1_050);

        Assert.InRange(Last().EndMs - _clock.NowMs, -1, 0);
    }

    [Fact]
    public void StreamThatGoesOn_KeepsWhatWasSaidInTheOutageInItsPlace_AndTakesNothingTwice()
    {
        var first = _intake.Open();
        Send(first, packets: 100);
        var before = Last().EndMs;
        _intake.Close(first);
        _time.AdvanceMs(5_000);
        var second = _intake.Open();
        _offset -= AudioFormat.Samples(200);
        for (var at = 0; at < 260; at++)
        {
            Accept(second);
        }

        var frames = Frames();
        Assert.Equal(before, frames[0].AtMs);
        Assert.Equal(frames.Select(frame => frame.AtMs).Distinct(), frames.Select(frame => frame.AtMs));
        Assert.InRange(frames[^1].EndMs - _clock.NowMs, -1, 0);
    }

    private void Send(int stream, int packets)
    {
        for (var at = 0; at < packets; at++)
        {
            _time.AdvanceMs(AudioFormat.FrameMs);
            Accept(stream);
        }
    }

    private void Accept(int stream)
    {
        _intake.Accept(stream, new AudioPacket(0, 0, _offset, new byte[AudioFormat.FrameSamples * 2]));
        _offset += AudioFormat.FrameSamples;
    }

    private MicrophoneFrame Last() => Frames()[^1];

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
