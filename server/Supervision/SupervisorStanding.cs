using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// Whether somebody is a supervisor at this moment, asked of the store: what a connection's cookie says may be minutes
/// old. Singleton.
/// </summary>
public sealed class SupervisorStanding(IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
{
    /// <summary>The same for those of whom the same answer holds: one person, signed in since the last change of their account.</summary>
    public (string? Person, string? Stamp) KeyOf(ClaimsPrincipal principal) => (
        principal.FindFirstValue(options.Value.ClaimsIdentity.UserIdClaimType), principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType));

    public async Task<bool> StandsAsync(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(principal);
        var person = await scope.ServiceProvider.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(principal);
        return person is not null && await scope.ServiceProvider.GetRequiredService<UserManager<User>>().IsInRoleAsync(person, nameof(Role.Supervisor));
    }
}
