using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Engines.AzureSpeech;

/// <summary>Azure's speech service, for the voice and for recognition. Off without a key.</summary>
public sealed class AzureSpeechOptions : IValidatableObject
{
    public const string Section = "Engines:AzureSpeech";

    /// <summary>One of the two keys of the speech resource.</summary>
    [StringLength(400)]
    public string? Key { get; set; }

    /// <summary>Where the speech resource is: "westeurope".</summary>
    [RegularExpression("[a-z0-9-]{2,40}|")]
    public string? Region { get; set; }

    /// <summary>What is spoken and heard. Default "en-US".</summary>
    [Required, RegularExpression("[a-z]{2,3}-[A-Z]{2}")]
    public string Locale { get; set; } = "en-US";

    /// <summary>The voice for "female". Default "en-US-JennyNeural".</summary>
    [Required, RegularExpression("[A-Za-z0-9:_-]{1,100}")]
    public string Female { get; set; } = "en-US-JennyNeural";

    /// <summary>The voice for "male". Default "en-US-GuyNeural".</summary>
    [Required, RegularExpression("[A-Za-z0-9:_-]{1,100}")]
    public string Male { get; set; } = "en-US-GuyNeural";

    /// <summary>Further voices by the name that scenarios use.</summary>
    public Dictionary<string, AzureVoice> Voices { get; } = [];

    /// <summary>The style for each mood. What is not here is spoken plainly.</summary>
    public Dictionary<string, AzureStyle> Styles { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["anxious"] = new AzureStyle { Name = "terrified", Degree = 0.5 },
        ["irritated"] = new AzureStyle { Name = "unfriendly" },
        ["angry"] = new AzureStyle { Name = "angry" },
        ["relieved"] = new AzureStyle { Name = "hopeful" },
    };

    /// <summary>From the asking to the first sound, waiting for a place included. Default 5,000 ms, 100 to 60,000.</summary>
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
    public int ClipsAtOnce { get; set; } = 8;

    /// <summary>From an utterance's end to its words. Default 5,000 ms, 500 to 60,000.</summary>
    [Range(500, 60_000)]
    public int WordsTimeoutMs { get; set; } = 5_000;

    /// <summary>What is said beyond it within one utterance is dropped and counted. Default 120,000 ms, 5,000 to 600,000.</summary>
    [Range(5_000, 600_000)]
    public int MaxUtteranceMs { get; set; } = 120_000;

    /// <summary>Calls that can be recognised at once; the free tier allows 1. Default 20, 1 to 200.</summary>
    [Range(1, 200)]
    public int CallsAtOnce { get; set; } = 20;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The message must not hold the key.
        if (Key?.Trim().Any(c => c is < '!' or > '~') == true)
        {
            yield return new ValidationResult("Key holds spaces, line ends or letters that no key has: copy it again.", [nameof(Key)]);
        }
        foreach (var (name, part) in Voices.Select(pair => ($"Voices:{pair.Key}", (object)pair.Value))
            .Concat(Styles.Select(pair => ($"Styles:{pair.Key}", (object)pair.Value))))
        {
            var wrong = new List<ValidationResult>();
            if (!Validator.TryValidateObject(part, new ValidationContext(part), wrong, validateAllProperties: true))
            {
                yield return new ValidationResult($"{name}: {wrong[0].ErrorMessage}", [name.Split(':')[0]]);
            }
        }
    }
}
