using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class TransferMeterTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly WatchedProgress _progress = new();
    private readonly TransferMeter _meter;

    public TransferMeterTests() => _meter = new TransferMeter(TestModels.Entry(new byte[10_000_000]), _progress, _clock);

    [Fact]
    public void Rate_OfASteadyTransfer_IsItsOwn()
    {
        _meter.Begin(0);
        for (var i = 1; i <= 10; i++)
        {
            _clock.AdvanceMs(500);
            _meter.At(i * 100_000);
        }
        var last = _progress.All[^1];
        Assert.Equal(200_000, last.BytesPerSecond!.Value, 1);
        Assert.Equal(45, last.Left!.Value.TotalSeconds, 1);
        Assert.Equal(10, last.Percent);
    }

    [Fact]
    public void Rate_FollowsAChangeWithinSecondsAndNotAtOnce()
    {
        _meter.Begin(0);
        _clock.AdvanceMs(1000);
        _meter.At(1_000_000);
        _clock.AdvanceMs(1000);
        _meter.At(1_000_000);
        Assert.InRange(_progress.All[^1].BytesPerSecond!.Value, 800_000, 850_000);
        for (var i = 0; i < 20; i++)
        {
            _clock.AdvanceMs(1000);
            _meter.At(1_000_000);
        }
        Assert.InRange(_progress.All[^1].BytesPerSecond!.Value, 0, 20_000);
    }

    [Fact]
    public void Reports_AreFiveASecondAtMost_AndTheFirstAndLastAreNeverLeftOut()
    {
        _meter.Begin(5_000_000);
        for (var i = 1; i <= 1000; i++)
        {
            _clock.AdvanceMs(1);
            _meter.At(5_000_000 + i * 5_000);
        }
        Assert.Equal([5_000_000, 5_005_000], _progress.All.Take(2).Select(value => value.DoneBytes));
        Assert.Equal(10_000_000, _progress.All[^1].DoneBytes);
        Assert.InRange(_progress.All.Count, 5, 8);
    }

    [Fact]
    public void WhatWasThereBefore_DoesNotCountForTheRate()
    {
        _meter.Begin(9_000_000);
        _clock.AdvanceMs(1000);
        _meter.At(9_100_000);
        Assert.Equal(100_000, _progress.All[^1].BytesPerSecond!.Value, 1);
    }
}
