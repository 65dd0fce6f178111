using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace RealtimeTraining.Server.Accounts;

public enum Role
{
    Trainee,
    Supervisor,
    Coach,
    Administrator,
}

public static class SessionEndpoints
{
    public static IEndpointRouteBuilder MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/session").WithTags("Session").AllowAnonymous();
        group.MapGet("/", (GetSessionHandler handler, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken))
            .WithName("GetSession");
        // 401 with code wrongPassword or lockedOut (with retryAfterSeconds).
        group.MapPost("/", (SignIn request, SignInHandler handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(request, http, cancellationToken))
            .WithName("SignIn").RequireRateLimiting(SignInLimits.SignInPolicy);
        group.MapDelete("/", async Task<NoContent> (HttpContext http) =>
        {
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return TypedResults.NoContent();
        }).WithName("SignOut");
        group.MapPost("/setup", (SetUp request, SetUpHandler handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(request, http, cancellationToken))
            .WithName("SetUp").RequireRateLimiting(SignInLimits.SetupPolicy);
        group.MapPost("/invitation", (AcceptInvitation request, AcceptInvitationHandler handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(request, http, cancellationToken))
            .WithName("AcceptInvitation").RequireRateLimiting(SignInLimits.SignInPolicy);
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            group.MapPost("/demo", (DemoSignIn request, SignInAsDemoHandler handler, HttpContext http, CancellationToken cancellationToken) =>
                handler.HandleAsync(request, http, cancellationToken)).WithName("SignInAsDemo");
        }
        return routes;
    }
}
