using System.Diagnostics;
using System.Diagnostics.Metrics;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Observability;

/// <summary>
/// What operators see of calls: one trace for each, counts, and how long its stages take. Numbers and ids only; nothing
/// that was said. Thread-safe; costs next to nothing while nobody listens.
/// </summary>
public sealed class CallTelemetry : IDisposable
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "RealtimeTraining.Calls";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter _meter;
    private readonly Counter<long> _started;
    private readonly Counter<long> _ended;
    private readonly UpDownCounter<long> _active;
    private readonly Histogram<double> _stageLatency;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _late;

    public CallTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _started = _meter.CreateCounter<long>("call.started", "{call}", "Calls that were placed or continued.");
        _ended = _meter.CreateCounter<long>("call.ended", "{call}", "Calls that ended, by reason.");
        _active = _meter.CreateUpDownCounter<long>("calls.active", "{call}", "Calls that run now.");
        _stageLatency = _meter.CreateHistogram("stage.latency", "ms", "How long a stage of a turn took.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [5, 10, 20, 50, 100, 200, 300, 450, 600, 700, 900, 1200, 2000, 5000] });
        _dropped = _meter.CreateCounter<long>("frames.dropped", "{frame}", "Audio frames thrown away because a stage was behind.");
        _late = _meter.CreateCounter<long>("frames.late", "{frame}", "Audio frames that came after their time.");
    }

    /// <summary>Begins a call's trace. Hold it for as long as the call runs; null while nobody listens.</summary>
    /// <param name="scenarioId">The scenario that is played.</param>
    public Activity? CallStarted(CallId callId, string scenarioId, bool continued)
    {
        _started.Add(1, new KeyValuePair<string, object?>("continued", continued));
        _active.Add(1);
        // A trace of its own: a call outlives the request that placed it.
        Activity.Current = null;
        var activity = Source.StartActivity("call", ActivityKind.Server);
        activity?.SetTag("call.id", callId.ToString());
        activity?.SetTag("call.scenario", scenarioId);
        return activity;
    }

    /// <summary>Once for each call that was started, whatever ended it.</summary>
    public void CallEnded(Activity? call, string reason)
    {
        _ended.Add(1, new KeyValuePair<string, object?>("reason", reason));
        _active.Add(-1);
        call?.SetTag("call.end_reason", reason);
        call?.Dispose();
    }

    /// <param name="stage">"recognise", "turn", "understand", "reply", "voice", "transport", or "voice_to_voice" for all of them.</param>
    /// <param name="call">The call's trace, which the stage becomes an event of.</param>
    public void StageTook(string stage, double milliseconds, Activity? call = null)
    {
        _stageLatency.Record(milliseconds, new KeyValuePair<string, object?>("stage", stage));
        call?.AddEvent(new ActivityEvent("stage", tags: new ActivityTagsCollection { ["stage"] = stage, ["ms"] = milliseconds }));
    }

    /// <param name="stage">Whose queue was full.</param>
    public void FramesDropped(string stage, long frames) => _dropped.Add(frames, new KeyValuePair<string, object?>("stage", stage));

    public void FramesLate(long frames) => _late.Add(frames);

    public void Dispose() => _meter.Dispose();
}
