using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Prosody;

namespace RealtimeTraining.Speech.Tests.Prosody;

public sealed class EndingMeterTests
{
    [Theory]
    [InlineData(-10)]
    [InlineData(0)]
    [InlineData(6)]
    public void AGlide_IsMeasuredInSemitonesASecond(float perSecond)
    {
        var ending = After(Glide(50, perSecond))!.Value;

        Assert.InRange(ending.LastSlope, perSecond - 0.2f, perSecond + 0.2f);
        Assert.InRange(ending.Slope, perSecond - 0.2f, perSecond + 0.2f);
        // From the middle of the second to that of its last 200 ms.
        Assert.InRange(ending.Fall, -0.4f * perSecond - 0.3f, -0.4f * perSecond + 0.3f);
        Assert.InRange(ending.LastSound, 4.9f, 5.1f);
    }

    [Fact]
    public void TheSilenceAfterIt_ChangesNothing()
    {
        Assert.Equal(After(Glide(30, -8)), After([.. Glide(30, -8), .. Enumerable.Repeat<float?>(null, 100)]));
    }

    [Fact]
    public void WhatWasSaidMoreThanASecondBefore_ChangesNothing()
    {
        var ending = After([.. Glide(40, 20), .. Enumerable.Repeat<float?>(null, 41), .. Glide(10, -8)])!.Value;

        // But for what is usual of the speaker.
        Assert.Equal(After(Glide(10, -8)), ending with { LastSound = 1 });
    }

    [Fact]
    public void OctaveThatTheEstimatorGotWrong_ChangesNothing()
    {
        var glide = Glide(30, -8);
        var ending = After([.. glide[..12], 2 * glide[12], .. glide[13..]])!.Value;

        Assert.InRange(ending.LastSlope, -8.2f, -7.8f);
        Assert.InRange(ending.Slope, -8.2f, -7.8f);
    }

    [Fact]
    public void TooLittleVoice_SaysNothing()
    {
        Assert.Null(After([]));
        Assert.Null(After([null, 200, null, 210, null]));
        Assert.Null(After(Glide(4, 0)));
    }

    [Fact]
    public void ASound_IsLongAgainstWhatIsUsualOfTheSpeaker()
    {
        var meter = new EndingMeter();
        foreach (var pitch in Enumerable.Range(0, 100).SelectMany(_ => (float?[])[.. Glide(5, 0), null]))
        {
            meter.Add(pitch);
        }
        meter.Begin();
        Assert.Null(meter.Ending());
        foreach (var pitch in Glide(10, 0))
        {
            meter.Add(pitch);
        }

        Assert.InRange(meter.Ending()!.Value.LastSound, 1.8f, 2f);
    }

    private static float?[] Glide(int frames, float semitonesASecond) => [.. Enumerable.Range(0, frames).Select(i => (float?)(180 * MathF.Pow(2, semitonesASecond * i * 0.02f / 12)))];

    private static VoiceEnding? After(IReadOnlyList<float?> pitches)
    {
        var meter = new EndingMeter();
        foreach (var pitch in pitches)
        {
            meter.Add(pitch);
        }
        return meter.Ending();
    }
}
