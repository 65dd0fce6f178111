using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// The door for supervisors. Holds no state. Every method looks up whether the caller is a supervisor at this moment, and
/// reaches calls of the caller's tenant only. Errors of every method: notSupervisor, tooFast.
/// </summary>
[Authorize(Roles = nameof(Role.Supervisor))]
public sealed class SupervisionHub(
    SupervisorConnections connections, SupervisedCalls calls, Wallboard wallboard, ICurrentUser user, CallLimits limits) : Hub<ISupervisionClient>
{
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

    private Task<SupervisorConnection> CheckAsync()
    {
        limits.Count(Context.ConnectionId);
        return connections.CheckAsync(Context.ConnectionId);
    }
}
