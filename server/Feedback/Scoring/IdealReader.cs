using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Compares the call with the handling that the scenario's author had in mind: its phases in their order, the wishes met, what
/// had to be found out, feelings answered, nothing of what to avoid; and the author's own sentences for its moments.
/// </summary>
internal static class IdealReader
{
    private const int AvoidedCosts = 5;
    private const int BrokenRuleCosts = 20;
    private const int MostDifferences = 8;

    public static IdealComparison Compare(CallStory story, IReadOnlyList<BlockerResult> blockers)
    {
        var parts = Parts(story).Where(p => p.All > 0).ToList();
        var avoided = story.Script.Avoided.Select(a => a.PhraseId).Distinct().Count();
        var broken = blockers.Count(b => b.Broken);
        var share = parts.Count == 0 ? 1 : parts.Average(p => (double)p.There / p.All);
        var alignment = Math.Clamp((int)Math.Round(100 * share, MidpointRounding.AwayFromZero) - AvoidedCosts * avoided - BrokenRuleCosts * broken, 0, 100);
        var list = string.Join(", ", parts.Select(p => $"{p.There} of {p.All} {p.What}"));
        var costs = (avoided, broken) switch
        {
            (0, 0) => "",
            (_, 0) => $"; less {AvoidedCosts * avoided} for what should not be said",
            (0, _) => $"; less {BrokenRuleCosts * broken} for a broken rule",
            _ => $"; less {AvoidedCosts * avoided + BrokenRuleCosts * broken} for a broken rule and what should not be said",
        };
        return new IdealComparison(alignment, $"{(list.Length == 0 ? "This scenario asks for nothing in particular" : list)}{costs}.", Differences(story));
    }

    private static IEnumerable<(string What, int There, int All)> Parts(CallStory story)
    {
        var (scenario, happened) = (story.Scenario, story.Happened);
        var phases = scenario.Script.Phases;
        yield return ("phases of the script", phases.Count(p => story.Script.Done.ContainsKey(p.Id)), phases.Count);
        var done = phases.Where(p => story.Script.Done.ContainsKey(p.Id)).Select(p => story.Script.Done[p.Id]).ToList();
        yield return ("of those in their order", done.Where((at, i) => done.Take(i).All(before => before <= at)).Count(), done.Count);
        yield return ("wishes met", scenario.Goals.Count(g => happened.ContainsKey(g.Id)), scenario.Goals.Count);
        var needed = scenario.Facts.Where(f => f.Needed || f.Identity).ToList();
        yield return ("things found out", needed.Count(f => happened.ContainsKey(f.Id)), needed.Count);
        var moments = EmotionalMoment.Of(story);
        yield return ("feelings answered", moments.Count(m => m is { Cold: false, Level: > 0 }), moments.Count);
    }

    private static List<IdealDifference> Differences(CallStory story)
    {
        var differences = new List<(int AtMs, IdealDifference Difference)>();
        foreach (var ideal in story.Scenario.IdealAnswers)
        {
            var line = SaidAbout(story, ideal.To);
            if (line is null || !new PhraseMatcher(ideal.Say, []).Match(line.Words).Said)
            {
                differences.Add((line?.StartMs ?? int.MaxValue, new IdealDifference(Title(story, ideal.To), line?.Evidence().Quote ?? "", ideal.Say, ideal.Why, line?.Evidence())));
            }
        }
        return [.. differences.OrderBy(d => d.AtMs).Select(d => d.Difference).Take(MostDifferences)];
    }

    /// <summary>The trainee's line in which it came about, or the answer to the patient's raising it.</summary>
    private static CallLine? SaidAbout(CallStory story, string id)
    {
        if (string.Equals(id, "opening", StringComparison.Ordinal))
        {
            return story.Trainee.Count > 0 ? story.Trainee[0] : null;
        }
        if (story.Happened.TryGetValue(id, out var utterance))
        {
            return story.Trainee.LastOrDefault(l => l.Utterance <= utterance);
        }
        var raised = story.Decisions.FirstOrDefault(d => d.Utterance > 0 && d.Decided.Key.EndsWith(":" + id, StringComparison.Ordinal));
        return raised.Decided is null ? null : story.Trainee.FirstOrDefault(l => l.Utterance > raised.Utterance);
    }

    private static string Title(CallStory story, string id)
    {
        var scenario = story.Scenario;
        return id == "opening" ? "The opening"
            : scenario.Script.Phases.FirstOrDefault(p => p.Id == id)?.Title
            ?? scenario.Goals.FirstOrDefault(g => g.Id == id)?.Wants
            ?? (scenario.Facts.FirstOrDefault(f => f.Id == id) is { } fact ? $"Finding out about the {BetterWords.Humanised(fact.Topic)}" : null)
            ?? (scenario.Objections.Any(o => o.Id == id) ? $"{Capital(story.Patient.Their)} doubt about the {BetterWords.Humanised(id)}" : Capital(BetterWords.Humanised(id)));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
