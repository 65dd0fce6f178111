using Microsoft.AspNetCore.Http.HttpResults;

namespace RealtimeTraining.Server.Accounts;

public enum Role
{
    Trainee,
    Supervisor,
    Coach,
    Administrator,
}

/// <summary>Who is signed in.</summary>
public sealed record SessionUser(Guid Id, string DisplayName, string Email, string TenantName, IReadOnlyList<Role> Roles);

/// <param name="User">Null when nobody is signed in.</param>
/// <param name="DemoAccounts">In Development only.</param>
/// <param name="SetupNeeded">The first administrator has not been made yet.</param>
public sealed record SessionInfo(string ServerName, SessionUser? User, IReadOnlyList<DemoAccount> DemoAccounts, bool SetupNeeded);

public sealed record DemoAccount(string Email, string DisplayName, Role Role);

public sealed record SignIn(string Email, string Password);

public sealed record DemoSignIn(string Email);

/// <param name="Code">The one-time setup code that the server printed at its first start.</param>
public sealed record SetUp(string Code, string OrganisationName, string DisplayName, string Email, string Password);

public static class SessionEndpoints
{
    public static IEndpointRouteBuilder MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/session").WithTags("Session");
        group.MapGet("/", Ok<SessionInfo> () => throw new NotImplementedException()).WithName("GetSession");
        // 401 with code wrongPassword or lockedOut (with retryAfterSeconds).
        group.MapPost("/", Results<Ok<SessionUser>, ProblemHttpResult> (SignIn request) => throw new NotImplementedException()).WithName("SignIn");
        group.MapPost("/demo", Results<Ok<SessionUser>, ProblemHttpResult> (DemoSignIn request) => throw new NotImplementedException()).WithName("SignInAsDemo");
        group.MapDelete("/", NoContent () => throw new NotImplementedException()).WithName("SignOut");
        group.MapPost("/setup", Results<Ok<SessionUser>, ProblemHttpResult> (SetUp request) => throw new NotImplementedException()).WithName("SetUp");
        return routes;
    }
}
