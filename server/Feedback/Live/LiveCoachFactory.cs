using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

public sealed class LiveCoachFactory(IUtteranceAnalysis analysis) : ILiveCoachFactory
{
    public ILiveCoach Create(Scenario scenario, Difficulty difficulty, string? traineeName = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new LiveCoach(scenario, difficulty, traineeName, analysis);
    }
}
