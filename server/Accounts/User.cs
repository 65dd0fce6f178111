using Microsoft.AspNetCore.Identity;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

public sealed class User : IdentityUser<Guid>, ITenantOwned
{
    public Guid TenantId { get; set; }

    public string DisplayName { get; set; } = "";
}

/// <summary>An organisation. Nothing of one is ever seen by another.</summary>
public sealed class Tenant
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }
}
