using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>The parts of one patient's mind, shared by those who decide with it.</summary>
public sealed class MindState
{
    public MindState(Scenario scenario, Difficulty difficulty, int seed)
    {
        Scenario = scenario;
        Profile = DifficultyProfile.For(difficulty);
        Random = new SeededRandom(seed);
        Mood = new Mood(scenario, difficulty, Profile);
        Facts = new FactBook(scenario, Profile);
        Agenda = new Agenda(scenario);
        Objections = new Objections(scenario, difficulty, Profile);
        Blockers = new BlockerWatch(scenario, Profile);
        Lines = new LineBook(scenario, Random);
        Style = new SpeakingStyle(scenario.Patient.Speaking, Random);
    }

    public Scenario Scenario { get; }

    public DifficultyProfile Profile { get; }

    public SeededRandom Random { get; }

    public Mood Mood { get; }

    public FactBook Facts { get; }

    public Agenda Agenda { get; }

    public Objections Objections { get; }

    public BlockerWatch Blockers { get; }

    public LineBook Lines { get; }

    public SpeakingStyle Style { get; }

    public Memory Memory { get; } = new();

    public string LastLine { get; set; } = "";

    /// <summary>Lines that are still to be said about a long hold, or null.</summary>
    public string? HoldGrumble { get; set; }

    public bool Known(string id) => Facts.Revealed.Contains(id) || Agenda.Met.Contains(id) || Objections.Dissolved.Contains(id);

    public string Generic(string name) => Lines.Generally(name, Mood.Label) ?? "";

    public string Line(PatientAct act, string generic) => Lines.For(act, generic, Mood.Label);

    public bool Chance(double rate) => Random.NextDouble() < rate;

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (lastLine, holdGrumble) = (LastLine, HoldGrumble);
        return Random.Keep() + Mood.Keep() + Facts.Keep() + Agenda.Keep() + Objections.Keep() + Blockers.Keep() + Lines.Keep() + Memory.Keep()
            + (() => (LastLine, HoldGrumble) = (lastLine, holdGrumble));
    }
}
