using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>Configuration section <c>Engines:Whisper</c>.</summary>
public sealed class WhisperOptions : WindowedOptions
{
    public const string Section = "Engines:Whisper";

    /// <summary>A ggml model file. Default: the model that was installed with <c>./dev models</c>.</summary>
    public string? ModelPath { get; set; }

    /// <summary>The one language that is spoken, as ISO 639-1. Default "en".</summary>
    [Required]
    [RegularExpression("^[a-z]{2,3}$")]
    public string Language { get; set; } = "en";

    /// <summary>
    /// Threads of one decode; as many decodes run at once as the cores allow. They wait for each other at every step, so
    /// one that has to share its core with something else slows all of them many times over: leave cores for the rest.
    /// Default half the cores, at most 4; 1 to 64.
    /// </summary>
    [Range(1, 64)]
    public int? Threads { get; set; }

    /// <summary>How often a final with poor words is decoded again, each time at a higher temperature. Default 1, 0 to 4.</summary>
    [Range(0, 4)]
    public int Fallbacks { get; set; } = 1;

    internal int ThreadsOn(int cores) => Math.Min(Threads ?? Math.Clamp(cores / 2, 1, 4), Math.Max(1, cores));
}
