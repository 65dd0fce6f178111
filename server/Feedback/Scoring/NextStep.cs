using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>One sentence: what to practise next.</summary>
internal static class NextStep
{
    public static string Of(IReadOnlyList<CategoryScore> categories, IReadOnlyList<BlockerResult> blockers, string? tooShort)
    {
        if (tooShort is not null)
        {
            return "Try the call again and stay on the line until it is settled.";
        }
        if (blockers.FirstOrDefault(b => b.Broken) is { } broken)
        {
            return $"Play this call again with one rule in mind: {broken.Better}";
        }
        var weakest = categories.Where(c => c.Score is not null).MinBy(c => c.Score!.Value - c.Weight / 10.0);
        return weakest is null or { Score: >= 90 } ? "Play it at the next level." : Advice(weakest.Category);
    }

    private static string Advice(ScoringCategory category) => category switch
    {
        ScoringCategory.Tone => "Practise the way you ask: please, may I, and no orders.",
        ScoringCategory.Empathy => "Practise naming the feeling before you solve the problem.",
        ScoringCategory.ScriptAdherence => "Practise the script's phases in order, in your own words.",
        ScoringCategory.Timing => "Practise the rhythm: let the patient finish, answer at once, speak at an easy pace.",
        ScoringCategory.ProblemSolving => "Practise finding out what the patient needs and saying what happens next, and when.",
        _ => "Practise the frame of a call: who you are, who you speak to, a proper end.",
    };
}
