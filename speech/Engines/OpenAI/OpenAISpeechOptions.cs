using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>A server that speaks: Kokoro, Piper or XTTS behind an OpenAI front, or a cloud.</summary>
public sealed class OpenAISpeechOptions : RemoteServerOptions
{
    public const string Section = "Engines:OpenAI:Speech";

    /// <summary>As the server names it. Default "tts-1"; Kokoro's is "kokoro".</summary>
    [Required, StringLength(200)]
    public string Model { get; set; } = "tts-1";

    /// <summary>The server's voice for "female". Default "nova"; Kokoro has "af_heart".</summary>
    [Required, StringLength(200)]
    public string Female { get; set; } = "nova";

    /// <summary>The server's voice for "male". Default "onyx"; Kokoro has "am_michael".</summary>
    [Required, StringLength(200)]
    public string Male { get; set; } = "onyx";

    /// <summary>Further voices by the name that scenarios use.</summary>
    public Dictionary<string, OpenAIVoice> Voices { get; } = [];

    /// <summary>"pcm" starts soonest; "wav" for servers that do not have it. Whatever comes is looked at.</summary>
    [RegularExpression("pcm|wav")]
    public string Format { get; set; } = "pcm";

    /// <summary>Of "pcm", which does not say it. Default 24,000 Hz, 8,000 to 48,000.</summary>
    [Range(8_000, 48_000)]
    public int PcmRateHz { get; set; } = 24_000;

    /// <summary>From the asking to the first sound, waiting for a place and further tries included. Default 5,000 ms, 100 to 60,000.</summary>
    [Range(100, 60_000)]
    public int FirstSoundTimeoutMs { get; set; } = 5_000;

    /// <summary>Between two pieces of sound. Default 3,000 ms, 100 to 60,000.</summary>
    [Range(100, 60_000)]
    public int StallTimeoutMs { get; set; } = 3_000;

    /// <summary>A clip that goes on beyond it is broken off as an error. Default 240,000 ms, 1,000 to 600,000.</summary>
    [Range(1_000, 600_000)]
    public int MaxClipMs { get; set; } = 240_000;

    /// <summary>Clips at once over all calls; more wait. Default 8, 1 to 64.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 8;

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var result in base.Validate(validationContext))
        {
            yield return result;
        }
        foreach (var (name, voice) in Voices)
        {
            var wrong = new List<ValidationResult>();
            if (!Validator.TryValidateObject(voice, new ValidationContext(voice), wrong, validateAllProperties: true))
            {
                yield return new ValidationResult($"Voices:{name}: {wrong[0].ErrorMessage}", [nameof(Voices)]);
            }
        }
    }
}
