namespace RealtimeTraining.Server.Storage;

/// <summary>Whose rows this scope sees. Set once from the signed-in user, or by a call for its own writing.</summary>
public sealed class CurrentTenant
{
    public Guid Id { get; set; }
}
