namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>Facts and goals that can never come, because they wait for one another.</summary>
public static class Reachability
{
    public static IEnumerable<(string Path, string Reason)> Problems(Scenario scenario)
    {
        var known = new ScenarioIds(scenario).FactsGoalsObjections;
        var reached = scenario.Objections.Select(objection => objection.Id).ToHashSet(StringComparer.Ordinal);
        // What does not exist is reported elsewhere and must not be reported again as unreachable.
        bool Open(IReadOnlyList<string> after) => after.All(id => reached.Contains(id) || !known.Contains(id));
        for (var before = -1; before != reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(scenario.Facts.Where(fact => fact.Gate != Gate.After || Open(fact.After)).Select(fact => fact.Id));
            reached.UnionWith(scenario.Goals.Where(goal => goal.MetBy.Count == 0 || goal.MetBy.Any(met => Open(met.After))).Select(goal => goal.Id));
        }
        for (var i = 0; i < scenario.Facts.Count; i++)
        {
            if (!reached.Contains(scenario.Facts[i].Id))
            {
                yield return ($"facts[{i}].after", $"Fact '{scenario.Facts[i].Id}' can never come out: what it waits for waits for it.");
            }
        }
        for (var i = 0; i < scenario.Goals.Count; i++)
        {
            if (!reached.Contains(scenario.Goals[i].Id))
            {
                yield return ($"goals[{i}].metBy", $"Goal '{scenario.Goals[i].Id}' can never be met: what each 'after' waits for waits for it.");
            }
        }
    }
}
