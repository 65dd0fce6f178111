using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Calls;

internal static class TestScenario
{
    public static Scenario Create() => new()
    {
        Id = "test",
        Title = "Test",
        Type = ScenarioType.Scheduling,
        Difficulty = Difficulty.Beginner,
        Summary = "A test.",
        Situation = "A test.",
        Role = PracticeRole.Staff,
        TargetSeconds = 60,
        Patient = new Patient
        {
            Name = "Maria",
            Age = 40,
            Pronoun = "she",
            History = "",
            Manner = "",
            Speaking = new Speaking("female", 1, 1, [], 0),
        },
        Opening = ["Hello there."],
        Mood = new MoodLevels(0, 0, 0.5, 1),
        Facts = [],
        Goals = [],
        Script = new Script { Phases = [] },
        Outcomes = [],
        Rubric = new Dictionary<ScoringCategory, int>(),
    };
}
