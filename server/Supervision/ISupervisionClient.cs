using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>What the server calls on a supervisor's browser.</summary>
public interface ISupervisionClient
{
    Task WallboardChanged(WallboardUpdate update);

    /// <summary>In a call that this supervisor is in.</summary>
    Task Happened(CallId callId, CallEvent callEvent);

    /// <summary>The supervisor is not in the call any more. Codes: <c>callInterrupted</c>, <c>roleTakenAway</c>.</summary>
    Task Dismissed(CallId callId, string code, string text);
}
