using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class FixedDelayTurnDetectorTests
{
    [Fact]
    public void Waits_AsLongWhateverWasSaid()
    {
        var detector = new FixedDelayTurnDetector(new FixedDelayOptions { SilenceMs = 700 });

        Assert.Equal(700, detector.WaitFor(new TurnContext("and so", 300, null)).SilenceMs);
        Assert.Equal(700, detector.WaitFor(new TurnContext("goodbye.", 3_000, "date of birth")).SilenceMs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(60_000)]
    public void DelayOutOfRange_IsRefused(int silenceMs) =>
        Assert.Throws<ValidationException>(() => new FixedDelayTurnDetector(new FixedDelayOptions { SilenceMs = silenceMs }));
}
