using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The whole report after a call. Every number and sentence names its evidence.</summary>
public sealed record Debrief
{
    public required CallId CallId { get; init; }

    /// <summary>False: too short to judge. Then scores are null and <see cref="Notes"/> says why.</summary>
    public required bool Judged { get; init; }

    public required OutcomeResult Outcome { get; init; }

    /// <summary>0-100, weighted by the rubric; null when not judged.</summary>
    public required int? Overall { get; init; }

    public required string? Letter { get; init; }

    /// <summary>One plain sentence on how the overall score came about.</summary>
    public required string OverallBecause { get; init; }

    /// <summary>All six, in the order of <see cref="ScoringCategory"/>.</summary>
    public required IReadOnlyList<CategoryScore> Categories { get; init; }

    /// <summary>At most three; two where there are two.</summary>
    public required IReadOnlyList<Observation> Strengths { get; init; }

    /// <summary>The most important first; each with the better sentence.</summary>
    public required IReadOnlyList<Improvement> Improvements { get; init; }

    public required IReadOnlyList<MissedChance> MissedChances { get; init; }

    /// <summary>At most six, in the order of the call.</summary>
    public IReadOnlyList<KeyMoment> KeyMoments { get; init; } = [];

    /// <summary>Against how an expert would have handled it; null where too short to judge, and in debriefs of before it was compared.</summary>
    public IdealComparison? Ideal { get; init; }

    /// <summary>How the call moved from part to part and who led it; null as above.</summary>
    public FlowSummary? Course { get; init; }

    public required IReadOnlyList<PhraseResult> Phrases { get; init; }

    public required IReadOnlyList<AvoidedPhraseResult> PhrasesToAvoid { get; init; }

    public required IReadOnlyList<PhaseResult> Flow { get; init; }

    public required IReadOnlyList<BlockerResult> Blockers { get; init; }

    public required CallNumbers Numbers { get; init; }

    /// <summary>Null in debriefs of before it was read.</summary>
    public ListeningResult? Listening { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>One sentence: what to practise next.</summary>
    public required string PractiseNext { get; init; }
}

/// <summary>The utterance and the second that something rests on.</summary>
public sealed record Evidence(int Utterance, int AtMs, string Quote);

public enum OutcomeStatus
{
    Reached,
    Partly,
    Missed,
    NotJudged,
}

public sealed record OutcomeResult(OutcomeStatus Status, string Because, IReadOnlyList<OutcomeItem> Items);

public sealed record OutcomeItem(string Id, string Text, bool Reached, Evidence? Evidence);

/// <param name="Score">0-100; null: not enough to judge.</param>
public sealed record CategoryScore(
    ScoringCategory Category, int? Score, string? Letter, int Weight, string Because, IReadOnlyList<Observation> Observations);

/// <param name="Impact">Points it moved the category by, signed.</param>
public sealed record Observation(string Text, int Impact, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>What it is about, the same in every call.</summary>
    public ScoreDriver Driver { get; init; }
}

/// <summary>An alternative to what was said.</summary>
public sealed record Improvement(ScoringCategory Category, string Text, string YouSaid, string Better, string Why, Evidence? Evidence)
{
    /// <summary>One plain sentence: what it would change, for the patient and in points. Empty in debriefs of before it was said.</summary>
    public string Effect { get; init; } = "";
}

/// <summary>A moment in which much was won or lost.</summary>
/// <param name="Category">The category that it moved most.</param>
/// <param name="Text">What was good or bad about it.</param>
/// <param name="Impact">Points it moved all categories by, signed.</param>
public sealed record KeyMoment(ScoringCategory Category, string Text, int Impact, Evidence Evidence);

public enum MissedKind
{
    Empathy,
    Resolution,
    Information,
    Rapport,
}

public sealed record MissedChance(MissedKind Kind, string What, string Better, int HowMuch, Evidence? Evidence);

public sealed record PhraseResult(string PhaseId, string PhraseId, string Phrase, bool Used, Evidence? Evidence);

public sealed record AvoidedPhraseResult(string PhraseId, string Phrase, string Why, string Better, IReadOnlyList<Evidence> Said);

public sealed record PhaseResult(string PhaseId, string Title, FlowPart Part, bool Done, int? StartMs, int? EndMs, int PhrasesUsed, int PhrasesTotal, string Comment);

public sealed record BlockerResult(string BlockerId, BlockerKind Kind, string Text, bool Broken, string Better, Evidence? Evidence);

/// <summary>Pace, shares and silences, by the time stamps.</summary>
/// <param name="TalkRatio">The trainee's share of all speech, 0-1.</param>
/// <param name="MedianResponseMs">From the end of the patient's speech to the trainee's first word.</param>
/// <param name="Interruptions">How often the trainee began while the patient was speaking, "mm-hm" aside.</param>
/// <param name="DeadAirMs">Silences of three seconds and more, all together, but for time on hold.</param>
public sealed record CallNumbers(
    int DurationMs, int? WordsPerMinute, double? TalkRatio, int? MedianResponseMs, int Interruptions, int DeadAirMs, int HoldMs, int LongestMonologueMs, int TraineeUtterances)
{
    /// <summary>Whether it could be heard when both spoke at once. Where not, how often and how long they did says nothing.</summary>
    public bool OverlapsMeasured { get; init; } = true;

    /// <summary>How often the patient began while the trainee was speaking.</summary>
    public int InterruptedByPatient { get; init; }

    /// <summary>How long both spoke at the same time.</summary>
    public int OverlapMs { get; init; }

    /// <summary>The sound of the trainee's voice by utterance, against the first three of the call; empty where it was typed or too short.</summary>
    public IReadOnlyList<VoicePoint> Voice { get; init; } = [];

    /// <summary>The same of the other party, where that is a person: in recorded calls. The patient's voice in a practice call is made.</summary>
    public IReadOnlyList<VoicePoint> OtherVoice { get; init; } = [];
}
