using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Models.Catalogue;

public sealed class ModelDownloadOptions
{
    public const string Section = "Models:Download";

    /// <summary>Nothing came for so long: the connection is given up and tried again. Default 30,000 ms, 1,000 to 600,000.</summary>
    [Range(1_000, 600_000)]
    public int IdleTimeoutMs { get; set; } = 30_000;

    /// <summary>Tries in a row that bring less than a mebibyte before it is given up. Default 5, 1 to 20.</summary>
    [Range(1, 20)]
    public int Tries { get; set; } = 5;

    /// <summary>The wait before the second try, doubled for each further one up to a minute, less a random part. Default 500 ms, 10 to 60,000.</summary>
    [Range(10, 60_000)]
    public int FirstWaitMs { get; set; } = 500;

    /// <summary>For tests with a server on the same machine: http is allowed to the loopback, and no proxy is used. Default false.</summary>
    public bool AllowLoopback { get; set; }
}
