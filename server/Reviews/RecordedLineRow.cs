using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>One stretch of speech of a recorded call. Kept also when no words were recognised, so that the work can go on after it.</summary>
public sealed class RecordedLineRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    /// <summary>1, 2, 3, ... in the order of the beginnings, over both channels.</summary>
    public required int Number { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>Or the voice, where voices of one channel were told apart.</summary>
    public required int Channel { get; init; }

    public required int StartMs { get; init; }

    public required int EndMs { get; init; }

    /// <summary>A <see cref="SpokenWords"/>, sealed: what people said is not readable in the database.</summary>
    public required byte[] Sealed { get; set; }
}
