using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Observability;

namespace RealtimeTraining.Server.Tests.Observability;

public sealed class CallTelemetryTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<CallTelemetry>().BuildServiceProvider();
    private readonly List<(string Name, double Value, string Tags)> measured = [];
    private readonly MeterListener listener = new();

    public CallTelemetryTests()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // The factory is the meter's scope: meters of servers in other tests are not heard.
            if (instrument.Meter.Name == CallTelemetry.Name && instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
    }

    [Fact]
    public void ACall_IsCountedAsActive_UntilItEnds()
    {
        var telemetry = services.GetRequiredService<CallTelemetry>();
        telemetry.CallStarted(CallId.New(), "billing", continued: false);
        telemetry.CallStarted(CallId.New(), "billing", continued: true);
        telemetry.CallEnded(null, "hungUp");

        Assert.Equal(1, measured.Where(one => one.Name == "calls.active").Sum(one => one.Value));
        Assert.Equal(2, measured.Where(one => one.Name == "call.started").Sum(one => one.Value));
        Assert.Contains(("call.ended", 1d, "reason=hungUp"), measured);
    }

    [Fact]
    public void StagesAndFrames_AreMeasured_WithTheStageTheyBelongTo()
    {
        var telemetry = services.GetRequiredService<CallTelemetry>();
        telemetry.StageTook("recognise", 120.5);
        telemetry.FramesDropped("recognise", 3);
        telemetry.FramesLate(2);

        Assert.Equal([("stage.latency", 120.5, "stage=recognise"), ("frames.dropped", 3d, "stage=recognise"), ("frames.late", 2d, "")], measured);
    }

    [Fact]
    public void ACall_IsATraceOfItsOwn_WithItsStagesAsEvents()
    {
        using var heard = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CallTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(heard);
        using var request = new Activity("request").Start();
        var telemetry = services.GetRequiredService<CallTelemetry>();
        var id = CallId.New();

        var call = telemetry.CallStarted(id, "billing", continued: false);
        telemetry.StageTook("reply", 7, call);
        telemetry.CallEnded(call, "hungUp");

        Assert.NotNull(call);
        Assert.NotEqual(request.TraceId, call.TraceId);
        Assert.Equal(id.ToString(), call.GetTagItem("call.id"));
        Assert.Equal("hungUp", call.GetTagItem("call.end_reason"));
        Assert.Equal("reply", Assert.Single(call.Events).Tags.Single(tag => tag.Key == "stage").Value);
        Assert.True(call.IsStopped);
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Add((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
