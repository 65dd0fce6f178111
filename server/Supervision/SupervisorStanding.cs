using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// Whether somebody is a supervisor at this moment, asked of the store: what a connection's cookie says may be minutes
/// old. Singleton.
/// </summary>
public sealed class SupervisorStanding(IServiceScopeFactory scopes)
{
    public async Task<bool> StandsAsync(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(principal);
        var person = await scope.ServiceProvider.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(principal);
        return person is not null && await scope.ServiceProvider.GetRequiredService<UserManager<User>>().IsInRoleAsync(person, nameof(Role.Supervisor));
    }
}
