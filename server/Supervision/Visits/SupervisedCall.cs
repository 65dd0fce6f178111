using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// One live call with the supervisors who are in it. It lives beside the call, on the server that runs it. What changes
/// who is in it and how goes one after the other; sound does not wait for it.
/// </summary>
internal sealed class SupervisedCall(CallSession session, SupervisionAudit audit)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<Visit> _visits = [];
    private readonly Lock _soundLock = new();
    private CallMix? _mix;
    private int _ears;
    private bool _over;

    public CallSession Session => session;

    /// <summary>Comes to listen.</summary>
    /// <param name="lastSeq">The last event that the browser has seen.</param>
    /// <exception cref="CallError"><c>callNotRunning</c>, <c>seqOutOfRange</c>, <c>notAudited</c>.</exception>
    public async Task<(Visit Visit, SupervisedState State)> JoinAsync(SupervisorConnection connection, long lastSeq, bool showListening)
    {
        await _one.WaitAsync();
        try
        {
            if (_over)
            {
                throw CallError.NotRunning();
            }
            CallLimits.CheckSeq(lastSeq, session.Log.LastSeq);
            var feed = new CallFeed(session.Id, session.Log, connection.Client, connection.Abort);
            var visit = new Visit(connection, showListening, feed) { Entry = await audit.BeganAsync(connection.Who, session, SupervisionAct.Listened) };
            _visits.Add(visit);
            Tell(visit);
            return (visit, new SupervisedState(
                session.Id, visit.Id, session.Status, session.NowMs, session.Owner.DisplayName, session.Scenario.Patient.Name, session.Scenario.Title,
                session.Scenario.Difficulty, visit.IsShown, feed.Start(lastSeq)));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Does nothing when the visit is over already.</summary>
    public async Task LeaveAsync(Visit visit, SupervisionEnd because)
    {
        await _one.WaitAsync();
        try
        {
            if (_visits.Remove(visit))
            {
                await EndAsync(visit, because);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The call is over, or interrupted: nobody is in it any more.</summary>
    public async Task CloseAsync(CallCommand.End end)
    {
        var interrupted = end.Reason is EndReason.ConnectionLost or EndReason.ServerStopped;
        await _one.WaitAsync();
        try
        {
            _over = true;
            foreach (var visit in _visits)
            {
                await EndAsync(visit, end.Reason == EndReason.ServerStopped ? SupervisionEnd.ServerStopped : SupervisionEnd.CallEnded);
                if (interrupted)
                {
                    await visit.DismissAsync(session.Id, "callInterrupted", end.Text);
                }
            }
            _visits.Clear();
            StopMixing();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Both voices, live. A new stream takes over from the visit's last one.</summary>
    public LiveSound Hear(Visit visit)
    {
        lock (_soundLock)
        {
            if (_mix is null)
            {
                _mix = new CallMix(session.Clock);
                session.Sound.Join(_mix);
            }
            _ears++;
            var before = visit.Sound;
            visit.Sound = _mix.Join();
            before?.Complete();
            return visit.Sound;
        }
    }

    public void StopHearing(LiveSound sound)
    {
        lock (_soundLock)
        {
            _mix?.Leave(sound);
            if (--_ears == 0)
            {
                StopMixing();
            }
        }
    }

    private void StopMixing()
    {
        lock (_soundLock)
        {
            if (_mix is { } mix)
            {
                session.Sound.Leave(mix);
                mix.Dispose();
                _mix = null;
            }
        }
    }

    private async Task EndAsync(Visit visit, SupervisionEnd because)
    {
        visit.Sound?.Complete();
        await visit.Feed.DisposeAsync();
        if (!_over)
        {
            session.Log.Append(new SupervisionChanged(visit.Id, visit.Connection.Who.Name, null, visit.IsShown));
        }
        await audit.EndedAsync(visit.Connection.Who.TenantId, visit.Entry, because);
    }

    private void Tell(Visit visit) =>
        session.Log.Append(new SupervisionChanged(visit.Id, visit.Connection.Who.Name, visit.Mode, visit.IsShown));
}
