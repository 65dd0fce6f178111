namespace RealtimeTraining.Server.Storage;

/// <summary>A programming error: a row of one tenant was about to be written in another's name.</summary>
public sealed class OtherTenantException(string entity) : InvalidOperationException(
    $"A {entity} of another tenant was about to be saved. Nothing was written. Make the context for the tenant that the row belongs to.");
