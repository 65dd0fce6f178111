using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>A further voice, by the name that scenarios use.</summary>
public sealed class OpenAIVoice
{
    /// <summary>The server's name for it.</summary>
    [Required, StringLength(200)]
    public string Id { get; set; } = "";

    /// <summary>"female" or "male".</summary>
    [RegularExpression("female|male")]
    public string Kind { get; set; } = "female";
}
