namespace RealtimeTraining.Server.Storage;

/// <summary>A row that belongs to one tenant. The global query filter hides other tenants' rows; saving fills the id in.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; set; }
}
