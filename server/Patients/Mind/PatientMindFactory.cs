using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <inheritdoc />
public sealed class PatientMindFactory(IUtteranceUnderstanding understanding) : IPatientMindFactory
{
    public IPatientMind Create(Scenario scenario, Difficulty difficulty, int seed, IReadOnlyList<ActExamples> addedPhrasings)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(addedPhrasings);
        return new PatientMind(scenario, difficulty, seed, addedPhrasings, understanding);
    }
}
