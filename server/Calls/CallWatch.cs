using System.Diagnostics;
using RealtimeTraining.Server.Observability;

namespace RealtimeTraining.Server.Calls;

/// <summary>Tells operators how one call goes: its trace, where each turn's time went, what was lost. Numbers only.</summary>
public sealed class CallWatch
{
    private readonly CallTelemetry _telemetry;
    private readonly CallSession _session;
    private readonly Activity? _trace;

    public CallWatch(CallTelemetry telemetry, CallSession session)
    {
        (_telemetry, _session) = (telemetry, session);
        _trace = telemetry.CallStarted(session.Id, session.Scenario.Id, continued: session.Log.Snapshot().Any(e => e is CallContinued));
        session.Log.ReadFrom(session.Log.LastSeq, Read);
    }

    public void Ended(EndReason reason)
    {
        _session.Log.Leave(Read);
        _telemetry.FramesDropped("call", _session.DroppedFrames);
        _telemetry.FramesDropped("opus", _session.Intake.BrokenPackets);
        _telemetry.FramesLate(_session.LateTicks);
        _telemetry.CallEnded(_trace, reason.ToString());
    }

    private void Read(CallEvent callEvent)
    {
        if (callEvent is not TurnTimed turn)
        {
            return;
        }
        Took("turn", turn.EndpointMs);
        Took("recognise", turn.FinalMs - turn.EndpointMs);
        Took("understand", turn.DecisionMs - turn.FinalMs);
        Took("reply", turn.FirstWordMs - turn.DecisionMs);
        Took("voice", turn.FirstAudioMs - turn.FirstWordMs);
        Took("voice_to_voice", turn.FirstPlayedMs ?? turn.FirstAudioMs);
        if (turn.FirstPlayedMs is { } played)
        {
            Took("transport", played - turn.FirstAudioMs);
        }
    }

    private void Took(string stage, int milliseconds) => _telemetry.StageTook(stage, Math.Max(0, milliseconds), _trace);
}
