namespace RealtimeTraining.Models.Catalogue;

public enum ModelPhase
{
    Downloading,

    /// <summary>After a failure that may pass, before the next try.</summary>
    Waiting,

    /// <summary>The file's hash is being computed.</summary>
    Verifying,
}

/// <summary>How far the fetching, copying or verifying of a model is.</summary>
/// <param name="DoneBytes">Of the file; after a resume it begins where the part ended.</param>
/// <param name="BytesPerSecond">Smoothed over about five seconds. Null until it is known.</param>
/// <param name="Left">Null until it is known.</param>
/// <param name="Says">Why one waits, and null otherwise.</param>
public sealed record ModelProgress(
    ModelEntry Entry, ModelPhase Phase, long DoneBytes, double? BytesPerSecond = null, TimeSpan? Left = null, string? Says = null)
{
    public long TotalBytes => Entry.Bytes;

    /// <summary>0 to 100.</summary>
    public int Percent => (int)(DoneBytes * 100 / TotalBytes);
}
