using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What a level changes: numbers, never lines.</summary>
public sealed record DifficultyProfile
{
    /// <summary>Losses of patience are multiplied by this.</summary>
    public required double PatienceLoss { get; init; }

    /// <summary>Rises of upset and anxiety are multiplied by this.</summary>
    public required double UpsetGain { get; init; }

    /// <summary>Gains of trust, and relief, are multiplied by this.</summary>
    public required double Winning { get; init; }

    /// <summary>Added to the trust that a gated fact takes.</summary>
    public required double TrustGate { get; init; }

    /// <summary>A fact that takes two questions comes out at this one.</summary>
    public required int AskedTwiceAt { get; init; }

    /// <summary>At most so many of the scenario's objections are held.</summary>
    public required int Objections { get; init; }

    /// <summary>How often the patient brings something up unasked, 0-1.</summary>
    public required double VolunteerRate { get; init; }

    /// <summary>A monologue this long is interrupted; null: never.</summary>
    public int? MonologueMs { get; init; }

    /// <summary>Dead air until "Are you still there?".</summary>
    public required int SilenceMs { get; init; }

    /// <summary>Turns that an emergency may be missed before it gets worse.</summary>
    public required int EmergencyTurns { get; init; }

    /// <summary>Doubts a thing that was already agreed, once, when trust is low at the end.</summary>
    public bool SecondThoughts { get; init; }

    /// <summary>How much the starting mood is worse for each level above the one that the scenario was written for.</summary>
    public static MoodLevels StepUp { get; } = new(Upset: 0.1, Anxiety: 0.06, Trust: -0.08, Patience: -0.12);

    public static DifficultyProfile For(Difficulty difficulty) => difficulty switch
    {
        Difficulty.Beginner => new()
        {
            PatienceLoss = 0.5, UpsetGain = 0.5, Winning = 1.4, TrustGate = -0.25, AskedTwiceAt = 1,
            Objections = 1, VolunteerRate = 0.3, SilenceMs = 9_000, EmergencyTurns = 4,
        },
        Difficulty.Intermediate => new()
        {
            PatienceLoss = 0.8, UpsetGain = 0.8, Winning = 1.1, TrustGate = -0.1, AskedTwiceAt = 2,
            Objections = 1, VolunteerRate = 0.4, SilenceMs = 7_500, EmergencyTurns = 3,
        },
        Difficulty.Advanced => new()
        {
            PatienceLoss = 1.15, UpsetGain = 1.1, Winning = 0.9, TrustGate = 0, AskedTwiceAt = 2,
            Objections = 2, VolunteerRate = 0.5, MonologueMs = 40_000, SilenceMs = 7_000, EmergencyTurns = 3,
        },
        _ => new()
        {
            PatienceLoss = 1.4, UpsetGain = 1.25, Winning = 0.8, TrustGate = 0.1, AskedTwiceAt = 2,
            Objections = int.MaxValue, VolunteerRate = 0.65, MonologueMs = 20_000, SilenceMs = 6_500, EmergencyTurns = 2, SecondThoughts = true,
        },
    };
}
