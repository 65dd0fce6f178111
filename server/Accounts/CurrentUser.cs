using System.Security.Claims;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <summary>
/// The scope's caller. The cookie's validation sets it for a request, the hub filter for a hub call; both set the
/// tenant with it, so that the database shows this caller's rows and no others.
/// </summary>
public sealed class CurrentUser(CurrentTenant tenant) : ICurrentUser
{
    private ClaimsPrincipal? principal;

    public bool IsSignedIn => principal is not null;

    public Guid UserId => Guid.Parse(Claim(ClaimTypes.NameIdentifier));

    public Guid TenantId => Guid.Parse(Claim(PersonClaims.Tenant));

    public string DisplayName => Claim(PersonClaims.DisplayName);

    public bool IsIn(Role role) => principal?.IsInRole(role.ToString()) ?? false;

    /// <param name="who">Null, or somebody without a tenant: nobody is signed in and no rows are seen.</param>
    public void Become(ClaimsPrincipal? who)
    {
        var known = Guid.TryParse(who?.FindFirstValue(PersonClaims.Tenant), out var tenantId);
        principal = known ? who : null;
        tenant.Id = tenantId;
    }

    private string Claim(string type) => principal?.FindFirstValue(type)
        ?? throw new InvalidOperationException("Nobody is signed in here: the endpoint or hub needs RequireAuthorization.");
}
