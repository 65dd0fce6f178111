namespace RealtimeTraining.Models.Catalogue;

/// <summary>Bytes as people read them.</summary>
public static class Sizes
{
    /// <summary>"78 MB", "1.12 GB": powers of ten, as disks and download pages count.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1e3:0} kB",
        < 1_000_000_000 => $"{bytes / 1e6:0} MB",
        _ => $"{bytes / 1e9:0.00} GB",
    };
}
