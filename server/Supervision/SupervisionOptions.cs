using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Supervision;

/// <summary>How supervisors take part. Section <c>Supervision</c> of the configuration; checked at start.</summary>
public sealed class SupervisionOptions
{
    public const string Section = "Supervision";

    /// <summary>A supervisor who is connected is looked up again this often; a role taken away ends the listening within this time.</summary>
    [Range(500, 120_000)]
    public int LookAgainMs { get; set; } = 5_000;
}
