using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Cues from what the patient made of it: wishes met or repeated, doubts, moods, rules broken. One a call.</summary>
internal sealed class PatientCues
{
    private const int Repeated = 3;

    private static readonly string[] Ordinals = ["third", "fourth", "fifth", "sixth"];

    private readonly Dictionary<string, int> _raised = [];
    private MoodLabel? _mood;

    public IEnumerable<CueCandidate> Of(LiveCall call, CallEvent callEvent)
    {
        var who = call.Patient;
        switch (callEvent)
        {
            case BlockerRaised blocker:
                yield return new CueCandidate(CueKind.Warning, ScoringCategory.Professionalism, "blocker:" + blocker.BlockerId, 100,
                    blocker.Text, blocker.Utterance, call.NowMs, Warning(blocker, who));
                break;
            case GoalMet goal when call.Scenario.Goals.FirstOrDefault(g => g.Id == goal.GoalId) is { } wish:
                yield return new CueCandidate(CueKind.Praise, ScoringCategory.ProblemSolving, "goalMet", 70, wish.Wants, goal.Utterance, call.NowMs,
                    $"That is what {who.They} needed. Good.", "Another thing settled. Good.");
                break;
            case ObjectionDissolved objection:
                yield return new CueCandidate(CueKind.Praise, ScoringCategory.ProblemSolving, "objectionDissolved", 65,
                    objection.ObjectionId, objection.Utterance, call.NowMs, $"You answered {who.Their} doubt. Good.");
                break;
            case PatientDecided { Act: PatientAct.Raise or PatientAct.Object } decided:
                if (AskedAgain(call, decided) is { } cue)
                {
                    yield return cue;
                }
                break;
            case MoodChanged mood:
                if (Mood(call, mood) is { } moved)
                {
                    yield return moved;
                }
                break;
            default:
                break;
        }
    }

    private CueCandidate? AskedAgain(LiveCall call, PatientDecided decided)
    {
        var times = _raised[decided.Key] = _raised.GetValueOrDefault(decided.Key) + 1;
        if (times < Repeated)
        {
            return null;
        }
        var nth = Ordinals[Math.Min(times - Repeated, Ordinals.Length - 1)];
        var id = decided.Key[(decided.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var goalId = call.Scenario.Objections.FirstOrDefault(o => o.Id == id)?.Goal ?? id;
        var goal = call.Scenario.Goals.FirstOrDefault(g => g.Id == goalId);
        var about = goal is null ? null : TopicWords.Of(goal);
        var text = about is null
            ? $"{call.Patient.CapitalThey} asked for the {nth} time. Answer that now."
            : $"That was the {nth} time {call.Patient.They} asked about {about}.";
        var wants = goal?.Wants ?? decided.Why;
        return new CueCandidate(CueKind.Suggestion, ScoringCategory.ProblemSolving, "askedAgain:" + decided.Key, 80, wants,
            call.LastTrainee?.Utterance ?? 0, call.NowMs, text);
    }

    private CueCandidate? Mood(LiveCall call, MoodChanged mood)
    {
        var before = _mood ?? (mood.Label == MoodLabel.Calm ? MoodLabel.Calm : null);
        _mood = mood.Label;
        if (before is null || before == mood.Label)
        {
            return null;
        }
        var reason = mood.Because.Count > 0 ? string.Join(" ", mood.Because) : $"{call.Patient.CapitalThey} was {before}";
        var (was, now) = (Heat(before.Value), Heat(mood.Label));
        return now < was
            ? new CueCandidate(CueKind.Praise, ScoringCategory.Tone, "calmer", 50, reason, call.LastTrainee?.Utterance ?? 0, call.NowMs,
                $"{call.Patient.CapitalTheyAre} calming down. Keep going.")
            : now > was && now >= 2
            ? new CueCandidate(CueKind.Suggestion, ScoringCategory.Tone, "upset", 48, reason, call.LastTrainee?.Utterance ?? 0, call.NowMs,
                $"{call.Patient.CapitalTheyAre} getting upset. Slow down and listen.")
            : null;
    }

    private static int Heat(MoodLabel label) => label switch
    {
        MoodLabel.Angry => 3,
        MoodLabel.Irritated => 2,
        MoodLabel.Anxious => 1,
        _ => 0,
    };

    private static string Warning(BlockerRaised blocker, Pronouns who) => blocker.Kind switch
    {
        BlockerKind.DisclosedBeforeIdentity => $"Verify who {who.TheyAre} before you share anything.",
        BlockerKind.AdviceOutsideRole => "That is medical advice. Offer to ask the nurse or doctor.",
        BlockerKind.EmergencyNotEscalated => "This may be an emergency. Pass it on now.",
        _ => "That must not be said. Take it back.",
    };
}
