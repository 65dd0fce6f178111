using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>
/// A server that writes down speech: faster-whisper, vLLM, a cloud, or whisper.cpp's own when it is started with
/// <c>--inference-path /v1/audio/transcriptions</c>.
/// </summary>
public sealed class OpenAITranscriptionOptions : RemoteServerOptions
{
    public const string Section = "Engines:OpenAI:Transcription";

    /// <summary>As the server names it. Default "whisper-1", which servers with one model take too.</summary>
    [Required, StringLength(200)]
    public string Model { get; set; } = "whisper-1";

    /// <summary>ISO 639-1; empty lets the server find out, which costs time. Default "en".</summary>
    [RegularExpression("[a-z]{2,3}|")]
    public string Language { get; set; } = "en";

    /// <summary>For the words of a finished utterance, waiting for a free place included. Default 8,000 ms, 500 to 120,000.</summary>
    [Range(500, 120_000)]
    public int TimeoutMs { get; set; } = 8_000;

    /// <summary>
    /// While someone speaks, the utterance so far is sent again after this much more sound, and never before the last
    /// one has been answered. Default 700 ms, 700 to 10,000; 0 for never.
    /// </summary>
    [Range(0, 10_000)]
    public int PartialEveryMs { get; set; } = 700;

    /// <summary>Beyond it nothing is sent before the end, as the cost grows with the length. Default 20,000 ms, 1,000 to 60,000.</summary>
    [Range(1_000, 60_000)]
    public int PartialUpToMs { get; set; } = 20_000;

    /// <summary>What is said beyond it within one utterance is dropped and counted. Default 120,000 ms, 5,000 to 600,000.</summary>
    [Range(5_000, 600_000)]
    public int MaxUtteranceMs { get; set; } = 120_000;

    /// <summary>
    /// Requests at once over all calls. Finished utterances wait for a place; words so far are left out when there is
    /// none. Default 4, 1 to 64.
    /// </summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 4;

    /// <summary>Of the scenario's names and drugs, sent as the prompt: models read about 200 words of it. Default 800, 0 to 4,000.</summary>
    [Range(0, 4_000)]
    public int PromptChars { get; set; } = 800;

    /// <summary>Form fields that only this server knows: "no_language_probabilities" = "true" makes whisper.cpp's quicker.</summary>
    public Dictionary<string, string> Extra { get; } = [];

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var result in base.Validate(validationContext))
        {
            yield return result;
        }
        if (PartialEveryMs is > 0 and < 700)
        {
            yield return new ValidationResult("PartialEveryMs is 0 (never) or at least 700.", [nameof(PartialEveryMs)]);
        }
        if (Extra.Keys.Any(name => name.Length is 0 or > 60 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '[' or ']')))
        {
            yield return new ValidationResult("Extra has a field whose name is not made of letters, digits, _, -, [ and ].", [nameof(Extra)]);
        }
    }
}
