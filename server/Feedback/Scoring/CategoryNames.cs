using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The categories as they stand in a sentence.</summary>
internal static class CategoryNames
{
    public static string Of(ScoringCategory category) => category switch
    {
        ScoringCategory.ScriptAdherence => "script adherence",
        ScoringCategory.ProblemSolving => "problem solving",
        _ => category.ToString().ToLowerInvariant(),
    };
}
