using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class AudioPathsTests
{
    private readonly AudioPaths _paths = new(new CallClock(new ManualTimeProvider()));

    [Fact]
    public void LateFramesAndUnderruns_AreThoseOfTheStretch()
    {
        _paths.Measured(AudioPath.Hub, new PathFigures(30, null, null, null, 2));
        _paths.Measured(AudioPath.Hub, new PathFigures(30, null, null, null, 3));
        var hub = _paths.Measured(AudioPath.WebRtc, new PathFigures(20, 0, 3, 1, 3))!;
        _paths.Measured(AudioPath.WebRtc, new PathFigures(20, 0, 3, 5, 3));
        var webRtc = _paths.End()!;

        Assert.Equal((null, 1), (hub.LateFrames, hub.Underruns));
        Assert.Equal((4, 0), (webRtc.LateFrames, webRtc.Underruns));
    }

    [Fact]
    public void CountThatBeginsAnew_IsAddedToTheOneBefore()
    {
        _paths.Measured(AudioPath.WebRtc, new PathFigures(20, 0, 3, 10, 0));
        _paths.Measured(AudioPath.WebRtc, new PathFigures(20, 0, 3, 14, 0));
        _paths.Measured(AudioPath.WebRtc, new PathFigures(20, 0, 3, 2, 0));

        Assert.Equal(6, _paths.End()!.LateFrames);
    }
}
