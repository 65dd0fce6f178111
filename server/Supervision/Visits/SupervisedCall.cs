using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// One live call with the supervisors who are in it. It lives beside the call, on the server that runs it. What changes
/// who is in it and how goes one after the other; sound does not wait for it.
/// </summary>
internal sealed class SupervisedCall(
    CallSession session, SupervisionAudit audit, CallEngineFactory engines, SpeechDetectorFactory detectors, WebRtcGateways gateways) : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<Visit> _visits = [];
    private readonly Lock _soundLock = new();
    private CallMix? _mix;
    private int _ears;
    private Task _leaving = Task.CompletedTask;
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
            var feed = new CallFeed(session.Id, session.Log, connection.Client, connection.Abort, session.Clock.Time);
            var visit = new Visit(connection, showListening, feed, new ListenerMedia(session, gateways)) { Entry = await audit.BeganAsync(connection.Who, session, SupervisionAct.Listened) };
            _visits.Add(visit);
            Tell(visit);
            return (visit, new SupervisedState(
                session.Id, visit.Id, session.Status, session.NowMs, session.Owner.DisplayName, session.Scenario.Patient.Name, session.Scenario.Title,
                session.Scenario.Difficulty, visit.IsShown, feed.Start(lastSeq), visit.Media.Invitation));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Goes on in another mode: opens or closes the supervisor's way to be heard.</summary>
    /// <exception cref="CallError"><c>notInCall</c>, <c>otherSpeaks</c>, <c>notAudited</c>.</exception>
    public async Task<SupervisionState> SetModeAsync(Visit visit, SupervisionMode mode, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (!_visits.Contains(visit))
            {
                throw CallError.NotInCall();
            }
            if (visit.Mode == mode)
            {
                return StateOf(visit);
            }
            if (mode != SupervisionMode.Listen && _visits.Find(other => other != visit && other.Mode != SupervisionMode.Listen) is { } speaker)
            {
                throw new CallError("otherSpeaks", $"{speaker.Connection.Who.Name} is speaking in this call. Wait until they hand back.");
            }
            var entry = await audit.BeganAsync(visit.Connection.Who, session, ActOf(mode));
            await CloseVoiceAsync(visit);
            await audit.EndedAsync(visit.Connection.Who.TenantId, visit.Entry, SupervisionEnd.ChangedMode);
            visit.Entry = entry;
            await ChangeAsync(visit, mode, cancellationToken);
            return StateOf(visit);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A supervisor speaks by typing, where there is no recogniser to be had or no microphone.</summary>
    /// <exception cref="CallError"><c>notBarged</c>, <c>notAudited</c>.</exception>
    public async Task SayAsync(Visit visit, string text)
    {
        if (visit.Mode != SupervisionMode.Barge)
        {
            throw new CallError("notBarged", "Barge in first; then the patient hears you.");
        }
        await audit.DidAsync(visit.Connection.Who, session, SupervisionAct.SaidTyped);
        session.Tell(new CallCommand.SupervisorSaid(new Transcript(text, 1, []), session.NowMs, session.NowMs, IsTyped: true));
    }

    /// <summary>Something that is done at once: written down first, then told to the call.</summary>
    /// <exception cref="CallError"><c>notAudited</c>.</exception>
    public async Task DoAsync(Visit visit, SupervisionAct act, Action<CallSession> what)
    {
        await audit.DidAsync(visit.Connection.Who, session, act);
        what(session);
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
                    await visit.DismissAsync(session, "callInterrupted", end.Text);
                }
            }
            _visits.Clear();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>After <see cref="CloseAsync"/>: nothing is mixed any more.</summary>
    public async ValueTask DisposeAsync()
    {
        StopMixing();
        await _leaving;
    }

    /// <summary>Both voices, live. A new stream takes over from the visit's last one.</summary>
    /// <exception cref="CallError"><c>notInCall</c>: not any more.</exception>
    public LiveSound Hear(Visit visit)
    {
        lock (_soundLock)
        {
            if (visit.HasLeft)
            {
                throw CallError.NotInCall();
            }
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

    /// <summary>The same over the visit's WebRTC connection.</summary>
    /// <exception cref="CallError"><c>notInCall</c>: not any more.</exception>
    /// <exception cref="MediaException"><c>peerGone</c>: there is none.</exception>
    public void HearOverWebRtc(Visit visit)
    {
        // Asked for first, so that the hub's stream goes on where there is none.
        var peer = visit.Media.Peer;
        peer.Play(Hear(visit), StopHearing);
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
        lock (_soundLock)
        {
            visit.HasLeft = true;
            visit.Sound?.Complete();
        }
        await CloseVoiceAsync(visit);
        // In its own time: a gateway that does not answer must not hold up those who stay.
        _leaving = Task.WhenAll(_leaving, visit.Media.DisposeAsync().AsTask());
        await visit.Feed.DisposeAsync();
        if (!_over)
        {
            session.Log.Append(new SupervisionChanged(visit.Id, visit.Connection.Who.Name, null, visit.IsShown));
        }
        await audit.EndedAsync(visit.Connection.Who.TenantId, visit.Entry, because);
    }

    private async Task ChangeAsync(Visit visit, SupervisionMode mode, CancellationToken cancellationToken)
    {
        var wasShown = visit.IsShown;
        visit.Mode = mode;
        if (wasShown && !visit.IsShown)
        {
            // For the trainee the supervisor goes; what follows is in the record only.
            session.Log.Append(new SupervisionChanged(visit.Id, visit.Connection.Who.Name, null, Shown: true));
        }
        Tell(visit);
        visit.Voice = mode switch
        {
            SupervisionMode.Whisper => session.OpenWhisper(),
            SupervisionMode.Barge => session.OpenBarge(visit.Ears = await EarsAsync(cancellationToken), frame => Overheard(visit, frame)),
            _ => null,
        };
    }

    private async Task<SupervisorVoice.Ears> EarsAsync(CancellationToken cancellationToken) =>
        new(await engines.HearSupervisorAsync(session.Scenario, cancellationToken), detectors.Create());

    // The others who listen hear what trainee and patient hear.
    private void Overheard(Visit speaker, short[] frame)
    {
        lock (_soundLock)
        {
            _mix?.Supervisor(speaker.Sound, frame);
        }
    }

    private static async Task CloseVoiceAsync(Visit visit)
    {
        visit.Media.StopSpeaking();
        if (visit.Voice is { } voice)
        {
            (visit.Voice, visit.Ears) = (null, null);
            await voice.DisposeAsync();
        }
    }

    private static SupervisionAct ActOf(SupervisionMode mode) => mode switch
    {
        SupervisionMode.Whisper => SupervisionAct.Whispered,
        SupervisionMode.Barge => SupervisionAct.Barged,
        _ => SupervisionAct.Listened,
    };

    private static SupervisionState StateOf(Visit visit) => new(visit.Mode, visit.IsShown, visit.Ears?.Recognition is not null);

    private void Tell(Visit visit) =>
        session.Log.Append(new SupervisionChanged(visit.Id, visit.Connection.Who.Name, visit.Mode, visit.IsShown));
}
