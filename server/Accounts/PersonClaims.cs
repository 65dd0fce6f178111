using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Accounts;

/// <summary>What the cookie says about a person beside what Identity puts there: the tenant and the name to show.</summary>
public sealed class PersonClaims(UserManager<User> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User, IdentityRole<Guid>>(users, roles, options)
{
    public const string Tenant = "tenant";

    public const string DisplayName = "displayName";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Tenant, user.TenantId.ToString()));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}
