using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace RealtimeTraining.Server.Accounts;

/// <summary>Makes the cookie's owner the request's caller, and answers programs with a status where Identity would redirect.</summary>
internal sealed class SessionCookieEvents : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var caller = context.HttpContext.RequestServices.GetRequiredService<CurrentUser>();
        // First, because the security stamp is looked up among the tenant's people; and again, because the look-up
        // may have renewed the roles or thrown the person out.
        caller.Become(context.Principal);
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        caller.Become(context.Principal);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status403Forbidden);

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
