using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Turns;

public sealed class FixedDelayOptions
{
    /// <summary>The silence that ends a turn. Default 500, 100 to 5,000.</summary>
    [Range(100, 5_000)]
    public int SilenceMs { get; set; } = 500;
}
