using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A moment of a recorded call, for filters and for the order. Its words are read from the call when it is shown.</summary>
public sealed class SearchMomentRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    /// <summary>1, 2, 3, ... in the order of time.</summary>
    public required int Number { get; init; }

    public Guid TenantId { get; set; }

    public required ReviewMarkKind Kind { get; init; }

    public required int StartMs { get; init; }

    /// <summary>What <see cref="Badness"/> says.</summary>
    public required double Badness { get; init; }
}
