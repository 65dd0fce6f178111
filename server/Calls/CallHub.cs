using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Media;

namespace RealtimeTraining.Server.Calls;

/// <summary>The door to a live call. Holds no state: each method is one call into the sessions.</summary>
[Authorize]
public sealed class CallHub(CallSessions sessions, StoredCalls stored, ICurrentUser user, CallLimits limits) : Hub<ICallClient>
{
    /// <summary>Places a call; it rings, then the patient answers. Errors: scenarioNotFound, callRunning, tooManyCalls.</summary>
    public async Task<CallState> Start(StartCall request)
    {
        limits.Check(request);
        var session = await sessions.StartAsync(Owner(), request, Context.ConnectionAborted);
        return await JoinAsync(session, 0);
    }

    /// <summary>
    /// Attaches this connection to a running call and gives what happened after <paramref name="lastSeq"/>. Of a call that
    /// runs no more it gives the state, so that the page can offer to go on or to read the debrief.
    /// </summary>
    public async Task<CallState> Resume(CallId callId, long lastSeq)
    {
        limits.Count(Context.ConnectionId);
        if (sessions.TryFind(callId, user.TenantId, user.UserId) is not { Status: not CallStatus.Ended } session)
        {
            return await stored.StateAsync(callId, lastSeq, Context.ConnectionAborted);
        }
        CallLimits.CheckSeq(lastSeq, session.Log.LastSeq);
        return await JoinAsync(session, lastSeq);
    }

    /// <summary>Takes an interrupted call up again from its log.</summary>
    public async Task<CallState> Continue(CallId callId) =>
        await JoinAsync(await sessions.ContinueAsync(Owner(), callId, Context.ConnectionAborted), 0);

    public Task End(CallId callId) => Tell(callId, new CallCommand.End(EndReason.TraineeHungUp, "You hung up."));

    public Task Hold(CallId callId, bool onHold) => Tell(callId, new CallCommand.Hold(onHold));

    public Task Mute(CallId callId, bool muted) => Tell(callId, new CallCommand.Mute(muted));

    /// <summary>A typed line instead of speech. At most 1,000 characters.</summary>
    public Task Say(CallId callId, string text)
    {
        var line = limits.Clean(text);
        var session = Find(callId);
        if (session.Status == CallStatus.Ringing)
        {
            throw new CallError("notAnswered", "It is still ringing. Wait until the patient answers.");
        }
        session.Tell(new CallCommand.Typed(line));
        return Task.CompletedTask;
    }

    /// <summary>Asks for a hint. Null: none at this level, or nothing open.</summary>
    public async Task<string?> Hint(CallId callId)
    {
        var given = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var session = Find(callId);
        session.Tell(new CallCommand.Hint(given));
        await Task.WhenAny(given.Task, session.Ended);
        return given.Task.IsCompleted ? await given.Task : null;
    }

    public Task Played(CallId callId, PlayedPosition position) => Tell(callId, new CallCommand.Played(position));

    /// <summary>
    /// WebRTC for the call's sound: an offer, answered. The streams below go on until <see cref="UseWebRtc"/>. Errors:
    /// sdpInvalid, sdpNoAudio, sdpNotAudioOnly, sdpNoCodec, noGateway, gatewayGone, gatewayRefused, gatewayFull, peerGone,
    /// negotiatedTooOften. A stream of one: a gateway that does not answer must not hold up what is said behind it.
    /// </summary>
    public async IAsyncEnumerable<AudioAnswer> NegotiateAudio(
        CallId callId, AudioOffer offer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await OnMediaAsync(callId, media => media.NegotiateAsync(offer, cancellationToken));
    }

    /// <summary>Errors: candidateInvalid, peerGone.</summary>
    public Task AddIceCandidate(CallId callId, AudioCandidate candidate) => OnMediaAsync(callId, media =>
    {
        media.AddCandidate(candidate);
        return Task.FromResult(true);
    });

    /// <summary>The browser's WebRTC is connected and takes over from the streams below; opening one of them takes it back.</summary>
    /// <param name="captured">Samples captured since the microphone's first, as in <see cref="AudioPacket.Offset"/>.</param>
    public Task<AudioAck> UseWebRtc(CallId callId, long captured)
    {
        CallLimits.CheckCaptured(captured);
        return OnMediaAsync(callId, media => Task.FromResult(media.Use(captured)));
    }

    /// <summary>What the browser measures on its path, and over WebRTC what it has played. A few times a second.</summary>
    public Task<AudioAck> ReportAudio(CallId callId, AudioReport report) => OnMediaAsync(callId, media => Task.FromResult(media.Report(report)));

    /// <summary>The browser gives WebRTC up.</summary>
    public Task LeaveAudio(CallId callId) => OnMediaAsync(callId, media =>
    {
        media.Leave();
        return Task.FromResult(true);
    });

    /// <summary>
    /// The microphone. One stream a call, this or <see cref="SendOpus"/>; a new one takes over. Errors: audioPacketSize,
    /// audioOddLength, audioTooFast, audioOutOfRange.
    /// </summary>
    public Task SendAudio(CallId callId, ChannelReader<AudioPacket> packets)
    {
        var session = Find(callId);
        return TakeAsync(session, packets, session.Intake.Accept);
    }

    /// <summary>The same as Opus, where <see cref="CallState.Opus"/> says so. Further errors: opusNotTaken, audioNotOpus.</summary>
    public async Task SendOpus(CallId callId, ChannelReader<OpusPacket> packets)
    {
        var session = Find(callId);
        using var opus = session.TakesOpus ? new OpusIntake(session.Intake) : throw CallError.OpusNotTaken();
        await TakeAsync(session, packets, opus.Accept);
    }

    private async Task TakeAsync<T>(CallSession session, ChannelReader<T> packets, Func<int, T, bool> accept)
    {
        var stream = session.Intake.Open();
        try
        {
            await foreach (var packet in packets.ReadAllAsync(Context.ConnectionAborted))
            {
                if (session.Status == CallStatus.Ended || !accept(stream, packet))
                {
                    return;
                }
            }
        }
        finally
        {
            session.Intake.Close(stream);
            _ = DiscardAsync(packets);
        }
    }

    // What a browser sends on behind a refusal would fill the stream, and the connection's other messages would wait
    // behind it. The stream is completed as soon as this method has returned, so this ends by itself.
    internal static async Task DiscardAsync<T>(ChannelReader<T> packets)
    {
        while (await packets.WaitToReadAsync())
        {
            packets.TryRead(out _);
        }
    }

    /// <summary>The patient's voice, paced. One stream a call; a new one takes over.</summary>
    public async IAsyncEnumerable<AudioPacket> ReceiveAudio(CallId callId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var packet in Find(callId).Playout.Listen().ReadAllAsync(cancellationToken))
        {
            yield return packet;
        }
    }

    /// <summary>A supervisor's voice, whenever one speaks to the trainee. One stream a call; a new one takes over.</summary>
    public async IAsyncEnumerable<AudioPacket> ReceiveSupervisor(CallId callId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var packet in Find(callId).Ear.Listen().ReadAllAsync(cancellationToken))
        {
            yield return packet;
        }
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await sessions.LeaveAsync(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<CallState> JoinAsync(CallSession session, long lastSeq)
    {
        var events = await session.Audience.JoinTraineeAsync(Context.ConnectionId, lastSeq, Context.Abort);
        session.Came();
        return new CallState(
            session.Id, session.Status, session.NowMs, session.ServerSpeaks, session.ServerListens, events, session.Media.Invitation, session.TakesOpus);
    }

    private Task Tell(CallId callId, CallCommand command)
    {
        Find(callId).Tell(command);
        return Task.CompletedTask;
    }

    private async Task<T> OnMediaAsync<T>(CallId callId, Func<CallMedia, Task<T>> what)
    {
        try
        {
            return await what(Find(callId).Media);
        }
        catch (MediaException exception)
        {
            throw new CallError(exception.Code, exception.Message);
        }
    }

    private CallOwner Owner() => new(user.TenantId, user.UserId, user.DisplayName);

    private CallSession Find(CallId callId)
    {
        limits.Count(Context.ConnectionId);
        var session = sessions.TryFind(callId, user.TenantId, user.UserId) ?? throw CallError.NotFound();
        return session.Status == CallStatus.Ended ? throw CallError.Ended() : session;
    }
}
