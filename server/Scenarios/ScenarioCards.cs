using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>How often a trainee played a scenario, and how well at best.</summary>
public sealed record OwnRecord(int Attempts, int? BestScore);

public static class ScenarioCards
{
    public static ScenarioCard Card(Scenario scenario, OwnRecord? own, ScenarioAssignment? assignment = null) => new(
        scenario.Id, scenario.Title, scenario.Type, scenario.Difficulty, scenario.Summary, scenario.Patient.Name, scenario.Patient.Age,
        scenario.Patient.Manner, Math.Max(1, (int)Math.Round(scenario.TargetSeconds / 60.0, MidpointRounding.AwayFromZero)),
        own?.Attempts ?? 0, own?.BestScore, own?.BestScore is { } best ? Letters.Of(best) : null, assignment);
}
