using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Engines.AzureSpeech;

/// <summary>A further voice, by the name that scenarios use.</summary>
public sealed class AzureVoice
{
    /// <summary>Azure's name for it: "en-US-AriaNeural".</summary>
    [Required, RegularExpression("[A-Za-z0-9:_-]{1,100}")]
    public string Id { get; set; } = "";

    /// <summary>"female" or "male".</summary>
    [RegularExpression("female|male")]
    public string Kind { get; set; } = "female";
}
