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

    public required IReadOnlyList<PhraseResult> Phrases { get; init; }

    public required IReadOnlyList<AvoidedPhraseResult> PhrasesToAvoid { get; init; }

    public required IReadOnlyList<PhaseResult> Flow { get; init; }

    public required IReadOnlyList<BlockerResult> Blockers { get; init; }

    public required CallNumbers Numbers { get; init; }

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
public sealed record Observation(string Text, int Impact, IReadOnlyList<Evidence> Evidence);

public sealed record Improvement(ScoringCategory Category, string Text, string YouSaid, string Better, string Why, Evidence? Evidence);

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

/// <param name="TalkRatio">The trainee's share of all speech, 0-1.</param>
public sealed record CallNumbers(
    int DurationMs, int? WordsPerMinute, double? TalkRatio, int? MedianResponseMs, int Interruptions, int DeadAirMs, int HoldMs, int LongestMonologueMs, int TraineeUtterances);
