using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Engines.AzureSpeech;

/// <summary>How a mood is spoken. A voice without the style speaks plainly.</summary>
public sealed class AzureStyle
{
    /// <summary>Azure's name for it: "angry". Empty for plain.</summary>
    [RegularExpression("[a-z-]{0,40}")]
    public string Name { get; set; } = "";

    /// <summary>1 is the style's own strength. 0.01 to 2.</summary>
    [Range(0.01, 2)]
    public double Degree { get; set; } = 1;
}
