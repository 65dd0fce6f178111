using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <summary>Who is signed in.</summary>
public sealed record SessionUser(Guid Id, string DisplayName, string Email, string TenantName, IReadOnlyList<Role> Roles);

/// <param name="User">Null when nobody is signed in.</param>
/// <param name="DemoAccounts">In Development only.</param>
/// <param name="SetupNeeded">The first administrator has not been made yet.</param>
public sealed record SessionInfo(string ServerName, SessionUser? User, IReadOnlyList<DemoAccount> DemoAccounts, bool SetupNeeded);

public sealed record DemoAccount(string Email, string DisplayName, Role Role);

public sealed class GetSessionHandler(Sessions sessions, TrainingDb db, IConfiguration configuration, IHostEnvironment environment)
{
    public async Task<Ok<SessionInfo>> HandleAsync(CancellationToken cancellationToken)
    {
        var user = await sessions.CurrentAsync(cancellationToken);
        return TypedResults.Ok(new SessionInfo(
            configuration["Server:Name"] ?? "RealtimeTraining",
            user,
            environment.IsDevelopment() ? DemoAccounts.Listed : [],
            SetupNeeded: user is null && await SetUpHandler.IsNeededAsync(db, cancellationToken)));
    }
}
