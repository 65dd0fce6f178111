namespace RealtimeTraining.Server.Scenarios;

/// <summary>The persona that the trainee talks to.</summary>
public sealed record Patient
{
    public required string Name { get; init; }

    public required int Age { get; init; }

    /// <summary>"she", "he" or "they", for cues and the debrief.</summary>
    public required string Pronoun { get; init; }

    /// <summary>Everything the patient knows about itself; shown to coaches and given to a language model.</summary>
    public required string History { get; init; }

    /// <summary>One line for the card: "brisk, interrupts when she hears a form letter".</summary>
    public required string Manner { get; init; }

    public required Speaking Speaking { get; init; }
}

/// <param name="Voice">"female", "male" or an engine's voice id.</param>
/// <param name="Rate">1 is the voice's own pace; mood moves it further.</param>
/// <param name="Pitch">1 is the voice's own pitch.</param>
/// <param name="Fillers">Words that begin a hesitant answer: "well", "um", "you know".</param>
/// <param name="Hesitancy">0-1: how often a line begins with a filler or a repair.</param>
public sealed record Speaking(string Voice, double Rate, double Pitch, IReadOnlyList<string> Fillers, double Hesitancy);

/// <summary>Four numbers, each 0-1.</summary>
public sealed record MoodLevels(double Upset, double Anxiety, double Trust, double Patience);

/// <summary>One row of the mood table: what happened, what it moves, how fast it wears off with repetition.</summary>
public sealed record MoodMove
{
    /// <summary>What happened, see <see cref="MoodTrigger"/>.</summary>
    public required MoodTrigger When { get; init; }

    /// <summary>Only when it was about this topic or fact; any when null.</summary>
    public string? About { get; init; }

    public double Upset { get; init; }

    public double Anxiety { get; init; }

    public double Trust { get; init; }

    public double Patience { get; init; }

    /// <summary>Each repetition counts this much of the one before; 1 never wears off.</summary>
    public double Fading { get; init; } = 0.5;
}

public enum MoodTrigger
{
    Greeted,
    IntroducedSelf,
    FeelingAcknowledged,
    Apologised,
    Explained,
    Offered,
    Promised,
    GoalMet,
    AnsweredQuestion,
    CheckedUnderstanding,
    AskedPolitely,
    AskedAgain,
    Interrupted,
    PutOnHold,
    Transferred,
    Refused,
    Blamed,
    Ordered,
    PhraseAvoided,
    Ignored,
    NotUnderstood,
    Silence,
    Monologue,
    Rude,
    WrongReadBack,
    PromiseRepeated,
}

public enum MoodLabel
{
    Calm,
    Anxious,
    Irritated,
    Angry,
    Relieved,
}
