using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// The door for supervisors. Holds no state. Every method looks up whether the caller is a supervisor at this moment, and
/// reaches calls of the caller's tenant only. Errors of every method: notSupervisor, tooFast.
/// </summary>
[Authorize(Roles = nameof(Role.Supervisor))]
public sealed class SupervisionHub(
    SupervisorConnections connections, SupervisedCalls calls, Wallboard wallboard, ICurrentUser user, CallLimits limits) : Hub<ISupervisionClient>
{
    private const int MaxCueCharacters = 120;

    /// <summary>Every live call of the tenant; from now on its changes, at most four a second for each call.</summary>
    public async Task<WallboardState> Watch()
    {
        var connection = await CheckAsync();
        return new WallboardState(wallboard.Watch(connection.Id, connection.Who.TenantId));
    }

    public async Task Unwatch()
    {
        var connection = await CheckAsync();
        wallboard.Unwatch(connection.Id);
    }

    /// <summary>
    /// Comes to listen, and gives what happened after <paramref name="lastSeq"/>. The sound is opened with <see cref="Hear"/>.
    /// Errors: callNotRunning, ownCall, seqOutOfRange, notAudited.
    /// </summary>
    public async Task<SupervisedState> Listen(CallId callId, long lastSeq) =>
        await calls.ListenAsync(await CheckAsync(), callId, lastSeq, Context.ConnectionAborted);

    public async Task Leave(CallId callId)
    {
        var connection = await CheckAsync();
        await calls.LeaveAsync(connection.Id, SupervisionEnd.Left);
    }

    /// <summary>
    /// All voices of the call that this browser listens to, live; <see cref="AudioPacket.Offset"/> is the place on the
    /// call's clock. A new stream takes over. Errors: notInCall.
    /// </summary>
    public async IAsyncEnumerable<AudioPacket> Hear(CallId callId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sound = calls.Hear(await CheckAsync(), callId);
        try
        {
            await foreach (var packet in sound.Packets.ReadAllAsync(cancellationToken))
            {
                yield return packet;
            }
        }
        finally
        {
            calls.StopHearing(callId, sound);
        }
    }

    /// <summary>
    /// WebRTC for the sound of the call that this browser is in: an offer of one audio section that sends and receives, though
    /// there is no microphone in it yet, answered. <see cref="Hear"/> goes on until <see cref="HearOverWebRtc"/>. A stream of one,
    /// and the errors, as in <see cref="CallHub.NegotiateAudio"/>; and notInCall.
    /// </summary>
    public async IAsyncEnumerable<AudioAnswer> NegotiateAudio(CallId callId, string sdp, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await OnMediaAsync(connection => calls.MediaOf(connection, callId).NegotiateAsync(sdp, cancellationToken));
    }

    /// <summary>Errors: notInCall, candidateInvalid, peerGone.</summary>
    public Task AddIceCandidate(CallId callId, AudioCandidate candidate) =>
        OnMediaAsync(connection => calls.MediaOf(connection, callId).Peer.Candidates.Add(candidate));

    /// <summary>WebRTC is connected and takes the sound over from <see cref="Hear"/>, which takes it back by being opened. Errors: notInCall, peerGone.</summary>
    public Task HearOverWebRtc(CallId callId) => OnMediaAsync(connection => calls.HearOverWebRtc(connection, callId));

    /// <summary>
    /// The microphone is open and sends over WebRTC, in place of <see cref="SendVoice"/>; ends when the mode changes. Errors:
    /// notInCall, onlyListening, peerGone.
    /// </summary>
    public Task SpeakOverWebRtc(CallId callId) => OnMediaAsync(connection => calls.SpeakOverWebRtc(connection, callId));

    /// <summary>The browser gives WebRTC up. Errors: notInCall.</summary>
    public Task LeaveAudio(CallId callId) => OnMediaAsync(connection => calls.MediaOf(connection, callId).Leave());

    /// <summary>Whispers, barges in, or hands back and listens on. Errors: notInCall, modeUnknown, otherSpeaks, notAudited.</summary>
    public async Task<SupervisionState> SetMode(CallId callId, SupervisionMode mode)
    {
        var connection = await CheckAsync();
        return Enum.IsDefined(mode)
            ? await calls.SetModeAsync(connection, callId, mode, Context.ConnectionAborted)
            : throw new CallError("modeUnknown", $"Choose one of: {string.Join(", ", Enum.GetNames<SupervisionMode>())}.");
    }

    /// <summary>
    /// The supervisor's microphone, as in <see cref="CallHub.SendAudio"/>; ends when the mode changes. Errors: notInCall,
    /// onlyListening, and those of the trainee's microphone.
    /// </summary>
    public async Task SendVoice(CallId callId, ChannelReader<AudioPacket> packets)
    {
        var intake = calls.VoiceOf(await CheckAsync(), callId);
        var stream = intake.Open();
        try
        {
            await foreach (var packet in packets.ReadAllAsync(Context.ConnectionAborted))
            {
                if (intake.Frames.Completion.IsCompleted || !intake.Accept(stream, packet))
                {
                    return;
                }
            }
        }
        finally
        {
            intake.Close(stream);
            // What was being said comes to its end.
            intake.MarkGap();
            _ = CallHub.DiscardAsync(packets);
        }
    }

    /// <summary>A typed line into the call, while barged in. At most 1,000 characters. Errors: notInCall, notBarged, textTooLong, textEmpty.</summary>
    public async Task Say(CallId callId, string text) => await calls.SayAsync(await CheckAsync(), callId, limits.Clean(text));

    /// <summary>A note that only the trainee sees. Errors: notInCall, textTooLong, textEmpty, notAudited.</summary>
    public Task WhisperNote(CallId callId, string text) =>
        DoAsync(callId, SupervisionAct.WhisperedNote, limits.Clean(text), (call, note) => call.Log.Append(new NoteWhispered(user.DisplayName, note)));

    /// <summary>A note at this moment, for the debrief. Errors as above.</summary>
    public Task Note(CallId callId, string text) =>
        DoAsync(callId, SupervisionAct.TookNote, limits.Clean(text), (call, note) => call.Log.Append(new SupervisorNoted(user.DisplayName, note)));

    /// <summary>A cue by hand, as the coach would give it. At most 120 characters. Errors: cueTooLong, cueUnknown, and as above.</summary>
    public Task Cue(CallId callId, CueKind kind, string text)
    {
        var cue = limits.Clean(text);
        if (cue.Length > MaxCueCharacters)
        {
            throw new CallError("cueTooLong", $"A cue is read in a glance: at most {MaxCueCharacters} characters.");
        }
        return Enum.IsDefined(kind)
            ? DoAsync(callId, SupervisionAct.GaveCue, cue, (call, line) => call.Log.Append(
                new CueGiven(kind, ScoringCategory.Professionalism, "supervisor", line, $"From {user.DisplayName}.", 0)))
            : throw new CallError("cueUnknown", $"Choose one of: {string.Join(", ", Enum.GetNames<CueKind>())}.");
    }

    /// <summary>Stops the conversation for both, or lets it go on. Pausing needs a reason. Errors as above.</summary>
    public Task Pause(CallId callId, bool paused, string reason) =>
        DoAsync(callId, paused ? SupervisionAct.PausedCall : SupervisionAct.ResumedCall, paused ? limits.Clean(reason) : "",
            (call, why) => call.Tell(new CallCommand.Pause(user.DisplayName, paused, why)));

    /// <summary>Ends the call, with a reason that the trainee reads. Errors as above.</summary>
    public Task End(CallId callId, string reason) =>
        DoAsync(callId, SupervisionAct.EndedCall, limits.Clean(reason),
            (call, why) => call.Tell(new CallCommand.End(EndReason.SupervisorEnded, $"{user.DisplayName} ended the call: {why}")));

    public override async Task OnConnectedAsync()
    {
        await connections.ComeAsync(new SupervisorConnection(
            Context.ConnectionId, Context.User!, new Supervisor(user.TenantId, user.UserId, user.DisplayName), Clients.Caller, Context.Abort));
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await connections.GoneAsync(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task DoAsync(CallId callId, SupervisionAct act, string text, Action<CallSession, string> what) =>
        await calls.DoAsync(await CheckAsync(), callId, act, call => what(call, text));

    private Task<bool> OnMediaAsync(Action<SupervisorConnection> what) => OnMediaAsync(connection =>
    {
        what(connection);
        return Task.FromResult(true);
    });

    private async Task<T> OnMediaAsync<T>(Func<SupervisorConnection, Task<T>> what)
    {
        var connection = await CheckAsync();
        try
        {
            return await what(connection);
        }
        catch (MediaException exception)
        {
            throw new CallError(exception.Code, exception.Message);
        }
    }

    private Task<SupervisorConnection> CheckAsync()
    {
        limits.Count(Context.ConnectionId);
        return connections.CheckAsync(Context.ConnectionId);
    }
}
