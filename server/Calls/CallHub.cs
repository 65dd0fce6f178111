using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace RealtimeTraining.Server.Calls;

/// <summary>The door to a live call. Holds no state: each method is one call into the sessions.</summary>
[Authorize]
public sealed class CallHub : Hub<ICallClient>
{
    /// <summary>Places a call; it rings, then the patient answers. Errors: scenarioNotFound, callRunning, tooManyCalls.</summary>
    public Task<CallState> Start(StartCall request) => throw new NotImplementedException();

    /// <summary>Attaches this connection to a running call and gives what happened after <paramref name="lastSeq"/>.</summary>
    public Task<CallState> Resume(CallId callId, long lastSeq) => throw new NotImplementedException();

    /// <summary>Takes an interrupted call up again from its log.</summary>
    public Task<CallState> Continue(CallId callId) => throw new NotImplementedException();

    public Task End(CallId callId) => throw new NotImplementedException();

    public Task Hold(CallId callId, bool onHold) => throw new NotImplementedException();

    public Task Mute(CallId callId, bool muted) => throw new NotImplementedException();

    /// <summary>A typed line instead of speech. At most 1,000 characters.</summary>
    public Task Say(CallId callId, string text) => throw new NotImplementedException();

    /// <summary>Asks for a hint. Null: none at this level, or nothing open.</summary>
    public Task<string?> Hint(CallId callId) => throw new NotImplementedException();

    public Task Played(CallId callId, PlayedPosition position) => throw new NotImplementedException();

    /// <summary>The microphone. One stream a call; a new one takes over.</summary>
    public Task SendAudio(CallId callId, IAsyncEnumerable<AudioPacket> packets) => throw new NotImplementedException();

    /// <summary>The patient's voice, paced. One stream a call; a new one takes over.</summary>
    public IAsyncEnumerable<AudioPacket> ReceiveAudio(CallId callId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
