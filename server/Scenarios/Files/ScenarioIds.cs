namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>The ids of a scenario by what they name.</summary>
public sealed class ScenarioIds(Scenario scenario)
{
    public IReadOnlyCollection<string> Facts { get; } = [.. scenario.Facts.Select(fact => fact.Id)];

    public IReadOnlyCollection<string> Goals { get; } = [.. scenario.Goals.Select(goal => goal.Id)];

    public IReadOnlyCollection<string> FactsAndGoals => [.. Facts, .. Goals];

    public IReadOnlyCollection<string> FactsGoalsObjections => [.. FactsAndGoals, .. scenario.Objections.Select(objection => objection.Id)];

    public IReadOnlyCollection<string> FactsGoalsPhases => [.. FactsAndGoals, .. scenario.Script.Phases.Select(phase => phase.Id)];

    public IReadOnlyCollection<string> Everything => [.. FactsGoalsObjections, .. scenario.Script.Phases.Select(phase => phase.Id)];

    /// <summary>Every id with its path, and whether another of the same kind has it already.</summary>
    public IEnumerable<(string Path, string Id, bool Repeated)> All()
    {
        var groups = new[]
        {
            Shared(),
            scenario.Script.Phases.SelectMany((phase, i) => phase.KeyPhrases.Select((phrase, k) => ($"script.phases[{i}].keyPhrases[{k}].id", phrase.Id))),
            scenario.Script.Avoid.Select((phrase, i) => ($"script.avoid[{i}].id", phrase.Id)),
            scenario.Outcomes.Select((outcome, i) => ($"outcomes[{i}].id", outcome.Id)),
            scenario.Blockers.Select((blocker, i) => ($"blockers[{i}].id", blocker.Id)),
        };
        foreach (var group in groups)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (path, id) in group)
            {
                yield return (path, id, id.Length > 0 && !seen.Add(id));
            }
        }
    }

    private IEnumerable<(string Path, string Id)> Shared() =>
    [
        .. scenario.Facts.Select((fact, i) => ($"facts[{i}].id", fact.Id)),
        .. scenario.Goals.Select((goal, i) => ($"goals[{i}].id", goal.Id)),
        .. scenario.Objections.Select((objection, i) => ($"objections[{i}].id", objection.Id)),
        .. scenario.Script.Phases.Select((phase, i) => ($"script.phases[{i}].id", phase.Id)),
    ];
}
