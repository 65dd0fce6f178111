using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A coach's score where it differs from the one that was worked out; both are shown.</summary>
/// <param name="Score">0-100.</param>
public sealed record JudgedScore(ScoringCategory Category, int Score, string Reason);

public enum CommentKind
{
    Comment,
    Strength,
}

/// <param name="Line">That it is about; null: the moment alone.</param>
public sealed record CoachComment(int? Line, int AtMs, CommentKind Kind, string Text);

/// <summary>What one coach makes of a call.</summary>
public sealed record Judgement(IReadOnlyList<JudgedScore> Scores, IReadOnlyList<CoachComment> Comments)
{
    public const int MostComments = 200;
    public const int MostCharacters = 1_000;

    public static Judgement Nothing { get; } = new([], []);

    /// <summary>What is wrong with it, for a person; null: nothing.</summary>
    public static string? Mistake(Judgement? judgement, int durationMs) =>
        judgement?.Scores is null || judgement.Comments is null ? "The judgement is missing. Load the page again."
        : judgement.Scores.Any(score => !Enum.IsDefined(score.Category)) || judgement.Scores.GroupBy(score => score.Category).Any(group => group.Count() > 1) ? "Give each category one score."
        : judgement.Scores.Any(score => score.Score is < 0 or > 100) ? "A score lies between 0 and 100."
        : judgement.Scores.Any(score => !IsText(score.Reason)) ? $"Give a reason for each score, in {MostCharacters:N0} characters at most."
        : judgement.Comments.Count > MostComments ? $"{MostComments} comments are the most."
        : judgement.Comments.Any(comment => !IsText(comment.Text) || !Enum.IsDefined(comment.Kind)) ? $"A comment has 1 to {MostCharacters:N0} characters."
        : judgement.Comments.Any(comment => comment.AtMs < 0 || comment.AtMs > durationMs) ? "A comment lies within the recording." : null;

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MostCharacters;
}
