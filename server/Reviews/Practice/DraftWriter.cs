using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Drafts a practice call from a moment of a recorded one, for a coach to check. Reads masked lines alone, and fills what
/// is masked with a patient who does not exist. Pure, thread-safe singleton.
/// </summary>
public sealed class DraftWriter(IUtteranceAnalysis analysis)
{
    private const int MostSaid = 4;
    private const int MostHistory = 8;

    private static readonly (ScenarioType Type, string[] Words)[] Types =
    [
        (ScenarioType.BillingInquiry, ["bill", "bills", "billed", "charge", "charged", "balance", "payment", "pay", "owe"]),
        (ScenarioType.InsuranceQuestions, ["insurance", "coverage", "covered", "plan", "deductible", "copay"]),
        (ScenarioType.Cancellation, ["cancel", "cancelled", "canceled", "cancellation"]),
        (ScenarioType.Scheduling, ["appointment", "appointments", "schedule", "reschedule", "book", "booked", "slot"]),
        (ScenarioType.FollowUp, ["results", "result", "test", "tests", "prescription", "refill", "callback"]),
        (ScenarioType.Complaint, ["complain", "complaint", "unacceptable", "ridiculous", "rude", "manager"]),
    ];

    /// <param name="lines">Masked, in order; holds <paramref name="line"/>.</param>
    /// <param name="marks">Of the whole call.</param>
    /// <param name="line">The number of the line that the moment rests on.</param>
    public PracticeDraft Write(Guid callId, IReadOnlyList<ReviewLine> lines, IReadOnlyList<ReviewMark> marks, int line)
    {
        var person = MadeUpPatient.For(callId, line);
        var moment = MomentExchange.At(lines, line);
        var mark = At(marks, moment, line);
        var said = moment.Caller is { } caller ? SpokenSentence.Of(person.Fill(caller.Text)) : "";
        var reply = SpokenSentence.Of(string.Join(' ', moment.Reply.Select(part => person.Fill(part.Text))));
        var feeling = moment.Caller is { } heard ? analysis.ReadPatient(SpokenLine.Of(heard.Text)) : null;
        var avoided = mark?.Kind is ReviewMarkKind.PhraseToAvoid or ReviewMarkKind.Curt ? reply : "";
        var others = moment.Others.Select(other => SpokenSentence.Of(person.Fill(other.Text))).Where(text => text.Length > 0 && text != said).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new PracticeDraft(
            mark is null ? "A moment from a real call" : $"From a real call: {TitleOf(mark.Kind)}",
            TypeOf(lines), Difficulty.Intermediate, SituationOf(said, reply), person.Name, person.Age, person.Pronoun,
            MannerOf(feeling), HistoryOf(others), MoodOf(feeling),
            [said.Length > 0 ? said : "Hello, is somebody there?"],
            Says(others), "To be heard, and to know what happens next.", NeededFor(mark?.Kind), BetterOf(mark, feeling),
            avoided.Length > 0 ? avoided : null, avoided.Length > 0 ? WhyOf(mark!) : null);
    }

    /// <summary>What went wrong counts more than what was only noticed.</summary>
    private static ReviewMark? At(IReadOnlyList<ReviewMark> marks, MomentExchange moment, int line) =>
        marks.Where(mark => mark.Line == line || mark.Line == moment.Caller?.Number || moment.Reply.Any(reply => reply.Number == mark.Line || (mark.Line is null && reply.StartMs == mark.EndMs)))
            .OrderBy(mark => mark.Kind is ReviewMarkKind.FeelingShown or ReviewMarkKind.IdentityChecked).ThenByDescending(mark => mark.Line == line).FirstOrDefault();

    private static string TitleOf(ReviewMarkKind kind) => kind switch
    {
        ReviewMarkKind.TalkOver => "spoken over",
        ReviewMarkKind.DeadAir => "left in silence",
        ReviewMarkKind.PhraseToAvoid => "the wrong phrase",
        ReviewMarkKind.EmpathyMissed => "a feeling left unanswered",
        ReviewMarkKind.FeelingShown => "a feeling shown",
        ReviewMarkKind.RisingIrritation => "irritation that rises",
        ReviewMarkKind.Curt => "curt words",
        _ => "who is calling",
    };

    private static ScenarioType TypeOf(IReadOnlyList<ReviewLine> lines)
    {
        var words = lines.SelectMany(line => line.Text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var best = Types.Select(type => (type.Type, Count: words.Count(word => type.Words.Contains(word.Trim('.', ',', '?', '!'))))).OrderByDescending(type => type.Count).First();
        return best.Count > 0 ? best.Type : ScenarioType.FollowUp;
    }

    private static string SituationOf(string said, string reply) => string.Join("\n\n", new[]
    {
        "You answer the phone at the front desk. The patient is made up; the words are from a real call.",
        said.Length > 0 ? $"The caller said: \"{said}\"" : "",
        reply.Length > 0 ? $"The answer was: \"{reply}\" Find a better one." : "Nobody answered it. Do.",
        "You can: look into it, offer an appointment or a call back, or ask somebody and come back to the caller.",
    }.Where(part => part.Length > 0));

    private static string MannerOf(Feeling? feeling) => feeling is null ? "Matter-of-fact; wants to be taken seriously."
        : $"Sounds {FeelingWords.Adjective(feeling.Kind)}; softens when somebody says that they heard it.";

    private static string HistoryOf(List<string> others) => others.Count == 0 ? "Nothing more was said in the real call."
        : "In the real call the caller also said:\n" + string.Join('\n', others.Take(MostHistory).Select(text => $"- {text}"));

    private static DraftMood MoodOf(Feeling? feeling) => feeling switch
    {
        null => DraftMood.Calm,
        { Kind: FeelingKind.Frustration, Strength: > 1 } => DraftMood.Angry,
        { Kind: FeelingKind.Frustration } => DraftMood.Irritated,
        _ => DraftMood.Worried,
    };

    private static List<string> Says(List<string> others)
    {
        var says = others.Take(MostSaid).ToList();
        says.AddRange(((string[])["It is what I just told you.", "That is all there is to it, and I need somebody to help me."]).Take(Math.Max(0, 2 - says.Count)));
        return says;
    }

    private static TraineeAct NeededFor(ReviewMarkKind? kind) => kind switch
    {
        ReviewMarkKind.DeadAir => TraineeAct.Hold,
        ReviewMarkKind.TalkOver => TraineeAct.CheckUnderstanding,
        ReviewMarkKind.IdentityChecked => TraineeAct.Ask,
        _ => TraineeAct.AcknowledgeFeeling,
    };

    private static string BetterOf(ReviewMark? mark, Feeling? feeling) => mark?.Kind switch
    {
        ReviewMarkKind.DeadAir => "Bear with me for a minute while I look that up. I am still here.",
        ReviewMarkKind.TalkOver => "Go on, I am listening. Let me make sure that I understood you.",
        ReviewMarkKind.IdentityChecked => "So that I find the right record: may I have your full name and date of birth, please?",
        _ => mark?.Better ?? BetterWords.ForFeeling(feeling?.Kind ?? FeelingKind.Frustration),
    };

    private static string WhyOf(ReviewMark mark) => SpokenSentence.Of(
        mark.Text.Contains("\": ", StringComparison.Ordinal) ? mark.Text[(mark.Text.IndexOf("\": ", StringComparison.Ordinal) + 3)..] : "It closes the door on the caller.");
}
