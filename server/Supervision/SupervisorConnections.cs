using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// The browsers of supervisors that are connected to this server. Looks each of them up again and again, so that a role
/// taken away ends what is going on and not only what would begin. Singleton, thread-safe.
/// </summary>
public sealed partial class SupervisorConnections(
    SupervisedCalls calls, Wallboard wallboard, SupervisorStanding standing, IOptions<SupervisionOptions> options, TimeProvider time,
    ILogger<SupervisorConnections> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, SupervisorConnection> _connections = new();

    /// <exception cref="CallError"><c>notSupervisor</c>.</exception>
    public async Task ComeAsync(SupervisorConnection connection)
    {
        _connections[connection.Id] = connection;
        await CheckAsync(connection.Id);
    }

    /// <summary>The connection behind a hub call, if its owner is still a supervisor.</summary>
    /// <exception cref="CallError"><c>notSupervisor</c>: not any more; what was going on has been ended.</exception>
    public async Task<SupervisorConnection> CheckAsync(string connectionId)
    {
        if (!_connections.TryGetValue(connectionId, out var connection))
        {
            throw NotSupervisor();
        }
        if (await standing.StandsAsync(connection.Principal))
        {
            return connection;
        }
        await DismissAsync(connection);
        throw NotSupervisor();
    }

    public async Task GoneAsync(string connectionId)
    {
        _connections.TryRemove(connectionId, out _);
        wallboard.Unwatch(connectionId);
        await calls.LeaveAsync(connectionId, SupervisionEnd.ConnectionLost);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.LookAgainMs), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var same in _connections.Values.GroupBy(connection => standing.KeyOf(connection.Principal)))
            {
                await LookAgainAsync([.. same]);
            }
        }
    }

    private async Task LookAgainAsync(IReadOnlyList<SupervisorConnection> ofOnePerson)
    {
        try
        {
            if (await standing.StandsAsync(ofOnePerson[0].Principal))
            {
                return;
            }
            foreach (var connection in ofOnePerson)
            {
                await DismissAsync(connection);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The store does not answer; every method of the hub asks it as well.
            LogNotLookedUp(logger, exception);
        }
    }

    private async Task DismissAsync(SupervisorConnection connection)
    {
        if (!_connections.TryRemove(connection.Id, out _))
        {
            return;
        }
        LogDismissed(logger, connection.Who.UserId);
        wallboard.Unwatch(connection.Id);
        await calls.DismissAsync(connection, "roleTakenAway", "You are not a supervisor any more.", SupervisionEnd.RoleTakenAway);
        connection.Abort();
    }

    private static CallError NotSupervisor() => new("notSupervisor", "Only a supervisor may do this. Ask your administrator.");

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} is not a supervisor any more and was disconnected.")]
    private static partial void LogDismissed(ILogger logger, Guid userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether a connected person is still a supervisor could not be looked up.")]
    private static partial void LogNotLookedUp(ILogger logger, Exception exception);
}
