using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What happened in a call, gathered once from its log for all who judge it.</summary>
internal sealed class CallStory
{
    public required CallRecord Call { get; init; }

    public required Pronouns Patient { get; init; }

    public Scenario Scenario => Call.Scenario;

    /// <summary>In the order of the log: everybody's.</summary>
    public required IReadOnlyList<CallLine> Lines { get; init; }

    public required IReadOnlyDictionary<int, CallLine> ByUtterance { get; init; }

    /// <summary>What the trainee said, without "mm-hm".</summary>
    public required IReadOnlyList<CallLine> Trainee { get; init; }

    /// <summary>Where the trainee said who they are; null where they did not soon enough.</summary>
    public CallLine? Introduction => Trainee.Take(3).FirstOrDefault(line => line.Reading.Has(MarkKind.SelfIntroduction) || line.Does(TraineeAct.IdentifySelf)
        || (FirstName.Of(Call.TraineeName) is { } name && FirstName.IsGivenIn(line.Words.Normalised, name)));

    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    /// <summary>Ids of goals met, facts revealed, objections dissolved and phases done, with the utterance where it happened.</summary>
    public required IReadOnlyDictionary<string, int> Happened { get; init; }

    public required ScriptTracker Script { get; init; }

    public required IReadOnlyList<BlockerRaised> Blockers { get; init; }

    public required IReadOnlyList<Hold> Holds { get; init; }

    public required IReadOnlyList<DeadAirNoticed> DeadAirs { get; init; }

    /// <summary>What the patient decided, with the utterance that it was said in (0 where none followed).</summary>
    public required IReadOnlyList<(PatientDecided Decided, int Utterance)> Decisions { get; init; }

    /// <summary>The patient's mood as it changed, with the last utterance before.</summary>
    public required IReadOnlyList<(MoodChanged Mood, int Utterance)> Moods { get; init; }

    public required CallEnded? Ended { get; init; }

    public required bool Continued { get; init; }

    public required int AnsweredMs { get; init; }

    public required int EndMs { get; init; }

    public int DurationMs => Math.Max(0, EndMs - AnsweredMs);

    public CallLine? LineOf(int utterance) => ByUtterance.GetValueOrDefault(utterance);

    public Evidence? EvidenceOf(int utterance, string? quote = null)
    {
        var line = LineOf(utterance);
        return line?.Evidence(quote is not null && line.Text.Contains(quote, StringComparison.Ordinal) ? quote : null);
    }
}

/// <param name="CheckedBack">The trainee spoke within it.</param>
internal sealed record Hold(int StartMs, int EndMs, CallLine? Before, CallLine? After, bool Announced, bool CheckedBack)
{
    public int LengthMs => EndMs - StartMs;
}

/// <summary>What the patient said and how the trainee replied, up to the patient's next word.</summary>
internal sealed record Exchange(IReadOnlyList<CallLine> Patient, IReadOnlyList<CallLine> Reply, bool SupervisorSpoke);
