using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// What to practise next: the scenario whose rubric weighs the weakest category most, at the level that is not mastered
/// yet. A level is mastered with 80 or more twice, and no rule broken.
/// </summary>
public static class NextPracticePicker
{
    public const int GoodScore = 80;
    private const int TimesForMastery = 2;
    private const int RecentCalls = 3;

    /// <param name="scenarios">All that can be played.</param>
    /// <param name="calls">The trainee's scored calls, oldest first.</param>
    /// <param name="categories">Each category's scores, oldest first.</param>
    public static NextPractice? Pick(
        IReadOnlyList<Scenario> scenarios, IReadOnlyList<PastCall> calls, IReadOnlyDictionary<ScoringCategory, IReadOnlyList<int>> categories)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(categories);
        var weakest = Weakest(categories);
        if (scenarios.Count == 0)
        {
            return null;
        }
        if (calls.Count == 0 || weakest is not { } weak)
        {
            var easiest = scenarios.OrderBy(s => s.Difficulty).ThenBy(s => s.TargetSeconds).ThenBy(s => s.Id, StringComparer.Ordinal).First();
            return new NextPractice(easiest.Id, easiest.Title, easiest.Difficulty, "A good one to start with.");
        }
        var reach = Reach(calls);
        var choices = scenarios.Select(s => (Scenario: s, Level: LevelOf(s, calls))).Where(c => c.Level is not null && c.Level <= reach).ToList();
        if (choices.Count == 0)
        {
            choices = [.. scenarios.Select(s => (Scenario: s, Level: LevelOf(s, calls))).Where(c => c.Level is not null)];
        }
        if (choices.Count == 0)
        {
            var hardest = scenarios.OrderByDescending(s => s.Rubric.GetValueOrDefault(weak.Category)).ThenBy(s => s.Id, StringComparer.Ordinal).First();
            return new NextPractice(hardest.Id, hardest.Title, Difficulty.Expert, "You have mastered every scenario at every level. Keep it up with this one.");
        }
        var (scenario, level) = choices
            .OrderByDescending(c => c.Scenario.Rubric.GetValueOrDefault(weak.Category))
            .ThenBy(c => calls.Count(p => p.ScenarioId == c.Scenario.Id))
            .ThenBy(c => c.Level).ThenBy(c => c.Scenario.Id, StringComparer.Ordinal).First();
        return new NextPractice(scenario.Id, scenario.Title, level!.Value, Why(scenario, level.Value, weak, calls));
    }

    private static (ScoringCategory Category, int Mean, int Calls)? Weakest(IReadOnlyDictionary<ScoringCategory, IReadOnlyList<int>> categories)
    {
        var means = categories.Where(c => c.Value.Count > 0)
            .Select(c => (c.Key, Mean: (int)Math.Round(c.Value.TakeLast(RecentCalls).Average()), Math.Min(RecentCalls, c.Value.Count)))
            .OrderBy(c => c.Mean).ThenBy(c => c.Key).ToList();
        return means.Count == 0 ? null : means[0];
    }

    /// <summary>The level that a scenario should be played at next, from its own upwards; null when all are mastered.</summary>
    private static Difficulty? LevelOf(Scenario scenario, IReadOnlyList<PastCall> calls)
    {
        for (var level = scenario.Difficulty; level <= Difficulty.Expert; level++)
        {
            if (calls.Count(c => c.ScenarioId == scenario.Id && c.Difficulty == level && IsGood(c)) < TimesForMastery)
            {
                return level;
            }
        }
        return null;
    }

    /// <summary>One level above the highest that went well.</summary>
    private static Difficulty Reach(IReadOnlyList<PastCall> calls)
    {
        var good = calls.Where(IsGood).Select(c => (int)c.Difficulty).DefaultIfEmpty(-1).Max();
        return (Difficulty)Math.Min(good + 1, (int)Difficulty.Expert);
    }

    private static bool IsGood(PastCall call) => call.Overall >= GoodScore && call.Outcome != OutcomeStatus.Missed;

    private static string Why(Scenario scenario, Difficulty level, (ScoringCategory Category, int Mean, int Calls) weak, IReadOnlyList<PastCall> calls)
    {
        var name = CategoryNames.Of(weak.Category);
        var weight = scenario.Rubric.GetValueOrDefault(weak.Category);
        var span = weak.Calls == 1 ? "in your last call" : $"on average in your last {weak.Calls} calls";
        var because = $"Your weakest is {name}, {weak.Mean} {span}, and it counts {weight} of 100 here.";
        return level > scenario.Difficulty && calls.Any(c => c.ScenarioId == scenario.Id)
            ? $"You had {GoodScore} or more twice a level lower, so go up to {level.ToString().ToLowerInvariant()}. {because}"
            : because;
    }
}
