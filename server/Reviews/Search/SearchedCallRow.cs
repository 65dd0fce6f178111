using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>That a recorded call can be searched, and of what state of it. Goes with the recording, and takes its words and moments along.</summary>
public sealed class SearchedCallRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>Of the way it was read; another one is read anew.</summary>
    public required int Version { get; init; }

    /// <summary>Who is who, as it was read.</summary>
    public required int StaffChannel { get; init; }

    /// <summary>How many corrections were read.</summary>
    public required int Corrections { get; init; }

    /// <summary>The score of the whole call, 0-100; null: not scored.</summary>
    public required int? Overall { get; init; }
}
