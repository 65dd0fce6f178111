using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A word is said somewhere in a call. Which word, only who has the server's key can tell; how often and where, the row does not say.</summary>
public sealed class SearchWordRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    /// <summary>What <see cref="SearchKey"/> makes of the word.</summary>
    public required long Word { get; init; }

    public Guid TenantId { get; set; }
}
