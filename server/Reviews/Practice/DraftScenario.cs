using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Makes the scenario of a draft: the patient opens with the caller's words and does not go on until the trainee does what
/// was missed; then it wants to know what happens next. Pure.
/// </summary>
public static class DraftScenario
{
    private const string Met = "heard";
    private const string Next = "nextStep";

    public static Scenario Of(PracticeDraft draft, string id) => new()
    {
        Id = id,
        Title = draft.Title,
        Type = draft.Type,
        Difficulty = draft.Difficulty,
        Summary = $"{draft.PatientName} calls with something that went wrong in a real call. Find the better answer.",
        Situation = draft.Situation,
        Role = PracticeRole.Staff,
        TargetSeconds = 180,
        Patient = PatientOf(draft),
        Opening = draft.Opening,
        Mood = MoodOf(draft.Mood),
        Moves = [new MoodMove { When = MoodTrigger.FeelingAcknowledged, Upset = -0.15, Anxiety = -0.1, Trust = 0.15 }, new MoodMove { When = MoodTrigger.GoalMet, Upset = -0.15, Anxiety = -0.15, Trust = 0.1 }],
        Facts = FactsOf(draft),
        Goals = GoalsOf(draft),
        Script = ScriptOf(draft),
        Outcomes =
        [
            new Outcome { Id = "momentMet", Text = "You did what was missed in the real call.", Needs = [Met] },
            new Outcome { Id = "knowsNext", Text = $"{draft.PatientName} knows what happens next.", Needs = [Next] },
        ],
        Rubric = new Dictionary<ScoringCategory, int>
        {
            [ScoringCategory.Tone] = 20, [ScoringCategory.Empathy] = 30, [ScoringCategory.ScriptAdherence] = 10,
            [ScoringCategory.Timing] = 10, [ScoringCategory.ProblemSolving] = 20, [ScoringCategory.Professionalism] = 10,
        },
        IdealAnswers = [new IdealAnswer("opening", draft.Better, "It answers what the caller of the real call was waiting for.")],
        Hints = [new Hint(Met, $"Try: {draft.Better}"), new Hint(Next, "Say what you do now, and by when.")],
        Vocabulary = [.. draft.PatientName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    private static Patient PatientOf(PracticeDraft draft) => new()
    {
        Name = draft.PatientName,
        Age = draft.PatientAge,
        Pronoun = draft.Pronoun,
        History = draft.History,
        Manner = draft.Manner,
        Speaking = new Speaking(draft.Pronoun == "he" ? "male" : "female", 1, 1, ["well", "look"], 0.1),
    };

    private static MoodLevels MoodOf(DraftMood mood) => mood switch
    {
        DraftMood.Calm => new MoodLevels(0.1, 0.2, 0.5, 0.7),
        DraftMood.Worried => new MoodLevels(0.2, 0.7, 0.45, 0.6),
        DraftMood.Irritated => new MoodLevels(0.55, 0.3, 0.35, 0.45),
        _ => new MoodLevels(0.75, 0.3, 0.25, 0.35),
    };

    private static IReadOnlyList<Fact> FactsOf(PracticeDraft draft) =>
    [
        new Fact
        {
            Id = "callerName", Topic = "name", Is = $"The patient is {draft.PatientName}.", Identity = true,
            Say = Lines($"{draft.PatientName}.", $"My name is {draft.PatientName}.", $"It's {draft.PatientName}."),
        },
        new Fact
        {
            Id = "birthDate", Topic = "dateOfBirth", Is = "The date of birth is made up: January fourth.", Identity = true,
            Say = Lines("January fourth. I don't say the year on the phone.", "The fourth of January.", "January the fourth."),
        },
        new Fact { Id = "whyCalling", Topic = "reason", Is = draft.Wants, Needed = true, Say = Lines([.. draft.Says]) },
    ];

    private static IReadOnlyList<Goal> GoalsOf(PracticeDraft draft) =>
    [
        new Goal
        {
            Id = Met,
            Wants = draft.Wants,
            Raise = [.. ((string[])["Did you hear what I said?", "I don't think that you are listening to me.", .. draft.Opening]).Distinct(StringComparer.OrdinalIgnoreCase)],
            MetBy = [new MetBy { Act = draft.Needed }, new MetBy { Phrases = [draft.Better] }],
            Accept = ["Thank you. I needed somebody to say that.", "Okay. Thank you.", "All right. That helps."],
        },
        new Goal
        {
            Id = Next,
            Wants = "To know what happens next.",
            Raise = ["So what happens now?", "And what are you going to do about it?", "When will I know more?"],
            MetBy =
            [
                new MetBy { Act = TraineeAct.Offer, After = [Met] }, new MetBy { Act = TraineeAct.Promise, After = [Met] }, new MetBy { Act = TraineeAct.Explain, After = [Met] },
                new MetBy { Phrases = ["i will call you back today", "let me look into that right now", "here is what i can do for you"], After = [Met] },
            ],
            Accept = ["Good. That works for me.", "Okay, I can live with that.", "All right, thank you."],
        },
    ];

    private static Script ScriptOf(PracticeDraft draft) => new()
    {
        Phases =
        [
            Phase("greet", "Greet", FlowPart.Greeting, new KeyPhrase { Id = "thanks", Phrase = "Thank you for calling. How can I help you?", Variants = ["good morning", "good afternoon", "how may i help you"] }),
            Phase("answer", "Answer the moment", FlowPart.Issue, new KeyPhrase { Id = "better", Phrase = draft.Better }),
            Phase("close", "Close", FlowPart.Closing, new KeyPhrase { Id = "anythingElse", Phrase = "Is there anything else I can help you with?", Variants = ["what else can i do for you"] }),
        ],
        Avoid = draft is { Avoid: { } avoid, AvoidWhy: { } why } ? [new PhraseToAvoid { Id = "saidThen", Phrase = avoid, Why = why, Better = draft.Better }] : [],
    };

    private static ScriptPhase Phase(string id, string title, FlowPart part, KeyPhrase phrase) => new() { Id = id, Title = title, Part = part, KeyPhrases = [phrase] };

    private static Dictionary<string, IReadOnlyList<string>> Lines(params string[] lines) => new() { ["any"] = lines };
}
