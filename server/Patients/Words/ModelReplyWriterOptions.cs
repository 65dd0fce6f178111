using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>How a language model may word the patient. Section <c>Patient:Words</c> of the configuration; checked at start.</summary>
public sealed class ModelReplyWriterOptions : IValidatableObject
{
    public const string Section = "Patient:Words";

    /// <summary>The first clause must be there by then; also the longest pause between two clauses. Then the authored line goes out.</summary>
    [Range(100, 30_000)]
    public int FirstClauseBudgetMs { get; set; } = 1_200;

    /// <summary>After this long nothing more of a reply is waited for.</summary>
    [Range(200, 120_000)]
    public int TotalBudgetMs { get; set; } = 6_000;

    /// <summary>How many utterances of both parties the model is shown.</summary>
    [Range(0, 60)]
    public int RecentTurns { get; set; } = 8;

    /// <summary>How many characters those may have together.</summary>
    [Range(0, 20_000)]
    public int RecentCharacters { get; set; } = 2_000;

    [Range(16, 1_000)]
    public int MaxReplyTokens { get; set; } = 140;

    /// <summary>0 is the same words every time.</summary>
    [Range(0.0, 2.0)]
    public double Temperature { get; set; } = 0.7;

    /// <summary>So many replies may still hang in a model that does not heed its cancellation before it is asked no more.</summary>
    [Range(1, 100)]
    public int MaxHanging { get; set; } = 2;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TotalBudgetMs < FirstClauseBudgetMs)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(TotalBudgetMs)} ({TotalBudgetMs}) must be at least {Section}:{nameof(FirstClauseBudgetMs)} ({FirstClauseBudgetMs}).",
                [nameof(TotalBudgetMs)]);
        }
    }
}
