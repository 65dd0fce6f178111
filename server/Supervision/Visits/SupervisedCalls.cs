using System.Collections.Concurrent;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// Who is in which call of this server. A browser is in one call at a time. Knowing a call's id is not permission: a call
/// of another tenant does not exist. Singleton, thread-safe.
/// </summary>
public sealed class SupervisedCalls(
    SupervisionAudit audit, TrainingDbFactory databases, CallEngineFactory engines, SpeechDetectorFactory detectors, WebRtcGateways gateways)
    : ICallFollower, IAsyncDisposable
{
    private readonly ConcurrentDictionary<CallId, SupervisedCall> _calls = new();
    private readonly ConcurrentDictionary<string, (SupervisedCall Call, Visit Visit)> _visits = new();
    private readonly ConcurrentDictionary<CallId, Task> _endings = new();

    public void Began(CallSession session)
    {
        var call = new SupervisedCall(session, audit, engines, detectors, gateways);
        _calls[session.Id] = call;
        _endings[session.Id] = EndAsync(call);
    }

    public void Ended(CallSession session) => _calls.TryRemove(session.Id, out _);

    /// <summary>Comes to listen; leaves the call that this browser was in.</summary>
    /// <exception cref="CallError"><c>callNotRunning</c>, <c>ownCall</c>, <c>seqOutOfRange</c>, <c>notAudited</c>.</exception>
    public async Task<SupervisedState> ListenAsync(SupervisorConnection connection, CallId callId, long lastSeq, CancellationToken cancellationToken)
    {
        var call = Find(connection.Who, callId);
        if (call.Session.Owner.UserId == connection.Who.UserId)
        {
            throw new CallError("ownCall", "This call is your own. Somebody else has to listen in.");
        }
        await LeaveAsync(connection.Id, SupervisionEnd.Left);
        SupervisionPolicy policy;
        await using (var db = databases.Create(connection.Who.TenantId))
        {
            policy = await SupervisionPolicy.OfAsync(db, cancellationToken);
        }
        var (visit, state) = await call.JoinAsync(connection, lastSeq, policy.ShowListening);
        _visits[connection.Id] = (call, visit);
        if (cancellationToken.IsCancellationRequested)
        {
            // Gone in the meantime, so that nobody will say good-bye.
            await LeaveAsync(connection.Id, SupervisionEnd.ConnectionLost);
        }
        return state;
    }

    /// <summary>Does nothing when this browser is in no call.</summary>
    public async Task LeaveAsync(string connectionId, SupervisionEnd because)
    {
        if (_visits.TryRemove(connectionId, out var visited))
        {
            await visited.Call.LeaveAsync(visited.Visit, because);
        }
    }

    /// <summary>Puts somebody out of the call and tells the browser why.</summary>
    public async Task DismissAsync(SupervisorConnection connection, string code, string text, SupervisionEnd because)
    {
        if (_visits.TryGetValue(connection.Id, out var visited))
        {
            await LeaveAsync(connection.Id, because);
            await visited.Visit.DismissAsync(visited.Call.Session, code, text);
        }
    }

    /// <exception cref="CallError"><c>notInCall</c>: this browser is not in that call.</exception>
    public LiveSound Hear(SupervisorConnection connection, CallId callId)
    {
        var (call, visit) = Visited(connection, callId);
        return call.Hear(visit);
    }

    /// <summary>The WebRTC side of this browser's stay in that call.</summary>
    /// <exception cref="CallError"><c>notInCall</c>.</exception>
    internal ListenerMedia MediaOf(SupervisorConnection connection, CallId callId) => Visited(connection, callId).Visit.Media;

    /// <exception cref="CallError"><c>notInCall</c>.</exception>
    /// <exception cref="MediaException"><c>peerGone</c>.</exception>
    public void HearOverWebRtc(SupervisorConnection connection, CallId callId)
    {
        var (call, visit) = Visited(connection, callId);
        call.HearOverWebRtc(visit);
    }

    /// <exception cref="CallError"><c>notInCall</c>, <c>onlyListening</c>.</exception>
    /// <exception cref="MediaException"><c>peerGone</c>.</exception>
    public void SpeakOverWebRtc(SupervisorConnection connection, CallId callId) =>
        MediaOf(connection, callId).Peer.SpeakInto(VoiceOf(connection, callId));

    /// <exception cref="CallError"><c>notInCall</c>, <c>otherSpeaks</c>, <c>notAudited</c>.</exception>
    public Task<SupervisionState> SetModeAsync(SupervisorConnection connection, CallId callId, SupervisionMode mode, CancellationToken cancellationToken)
    {
        var (call, visit) = Visited(connection, callId);
        return call.SetModeAsync(visit, mode, cancellationToken);
    }

    /// <summary>Where the packets of a supervisor's microphone go. They end with the mode.</summary>
    /// <exception cref="CallError"><c>notInCall</c>, <c>onlyListening</c>.</exception>
    public MicrophoneIntake VoiceOf(SupervisorConnection connection, CallId callId) => Visited(connection, callId).Visit.Voice?.Intake
        ?? throw new CallError("onlyListening", "You are only listening. Whisper or barge in to be heard.");

    /// <exception cref="CallError"><c>notInCall</c>, <c>notBarged</c>, <c>notAudited</c>.</exception>
    public Task SayAsync(SupervisorConnection connection, CallId callId, string text)
    {
        var (call, visit) = Visited(connection, callId);
        return call.SayAsync(visit, text);
    }

    /// <exception cref="CallError"><c>notInCall</c>, <c>notAudited</c>.</exception>
    public Task DoAsync(SupervisorConnection connection, CallId callId, SupervisionAct act, Action<CallSession> what)
    {
        var (call, visit) = Visited(connection, callId);
        return call.DoAsync(visit, act, what);
    }

    public void StopHearing(CallId callId, LiveSound sound)
    {
        if (_calls.TryGetValue(callId, out var call))
        {
            call.StopHearing(sound);
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_endings.Values);

    private async Task EndAsync(SupervisedCall call)
    {
        var end = await call.Session.Ended;
        await call.CloseAsync(end);
        await call.DisposeAsync();
        foreach (var (connectionId, visited) in _visits.Where(pair => pair.Value.Call == call))
        {
            _visits.TryRemove(new(connectionId, visited));
        }
        _endings.TryRemove(call.Session.Id, out _);
    }

    private SupervisedCall Find(Supervisor who, CallId callId) =>
        _calls.TryGetValue(callId, out var call) && call.Session.Owner.TenantId == who.TenantId ? call : throw CallError.NotRunning();

    private (SupervisedCall Call, Visit Visit) Visited(SupervisorConnection connection, CallId callId) =>
        _visits.TryGetValue(connection.Id, out var visited) && visited.Call.Session.Id == callId
            ? visited
            : throw CallError.NotInCall();
}
