using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Accounts;

/// <summary>
/// Makes the connection's owner the caller of each hub call. A connection can outlive the cookie's checks, so its
/// owner is looked up again after as long as a cookie would be; who was thrown out or lost a role is disconnected.
/// </summary>
public sealed class CurrentUserHubFilter(TimeProvider time, IOptions<SecurityStampValidatorOptions> options) : IHubFilter
{
    private static readonly object CheckedAt = new();

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        await IdentifyAsync(invocationContext.Context, invocationContext.ServiceProvider);
        return await next(invocationContext);
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        await IdentifyAsync(context.Context, context.ServiceProvider);
        await next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        context.ServiceProvider.GetRequiredService<CurrentUser>().Become(context.Context.User);
        return next(context, exception);
    }

    private async Task IdentifyAsync(HubCallerContext connection, IServiceProvider services)
    {
        services.GetRequiredService<CurrentUser>().Become(connection.User);
        var now = time.GetUtcNow();
        if (connection.Items.TryGetValue(CheckedAt, out var last) && now - (DateTimeOffset)last! < options.Value.ValidationInterval)
        {
            return;
        }
        if (last is not null && connection.User is { Identity.IsAuthenticated: true } user && !await StillStandsAsync(user, services))
        {
            connection.Abort();
            throw new HubException("signedOut");
        }
        connection.Items[CheckedAt] = now;
    }

    private static async Task<bool> StillStandsAsync(ClaimsPrincipal connected, IServiceProvider services)
    {
        var person = await services.GetRequiredService<SignInManager<User>>().ValidateSecurityStampAsync(connected);
        if (person is null)
        {
            return false;
        }
        var roles = await services.GetRequiredService<UserManager<User>>().GetRolesAsync(person);
        return roles.ToHashSet().SetEquals(connected.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
    }
}
