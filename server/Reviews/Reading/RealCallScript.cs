using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// What every call to a front desk has in common, as a scenario: how to open, to ask who is calling and to close, and
/// what had better not be said. A recorded call has no patient of ours and no goals; what it was for, nobody has told.
/// </summary>
internal static class RealCallScript
{
    public const string IdentityPhase = "identity";

    /// <param name="lengthMs">A real call is as long as it is: that is its target.</param>
    public static Scenario For(int lengthMs) => new()
    {
        Id = "recorded-call",
        Title = "A recorded call",
        Type = ScenarioType.FollowUp,
        Difficulty = Difficulty.Intermediate,
        Summary = "A real call.",
        Situation = "A real call.",
        Role = PracticeRole.Staff,
        TargetSeconds = Math.Max(1, lengthMs / 1_000),
        Patient = new Patient { Name = "The caller", Age = 0, Pronoun = "they", History = "", Manner = "", Speaking = new Speaking("female", 1, 1, [], 0) },
        Opening = [""],
        Mood = new MoodLevels(0, 0, 0.5, 0.5),
        Facts = [],
        Goals = [],
        Script = new Script { Phases = Phases, Avoid = Avoid },
        Outcomes = [],
        Rubric = new Dictionary<ScoringCategory, int>
        {
            [ScoringCategory.Tone] = 25, [ScoringCategory.Empathy] = 25, [ScoringCategory.ScriptAdherence] = 15,
            [ScoringCategory.Timing] = 20, [ScoringCategory.ProblemSolving] = 0, [ScoringCategory.Professionalism] = 15,
        },
    };

    private static IReadOnlyList<ScriptPhase> Phases { get; } =
    [
        Phase("greeting", "Greeting", FlowPart.Greeting,
            Phrase("thanks", "Thank you for calling", "thanks for calling", "good morning", "good afternoon", "good evening"),
            Phrase("offer", "How can I help you?", "how may i help you", "what can i do for you", "how can i help you today")),
        Phase(IdentityPhase, "Who is calling", FlowPart.Issue,
            Phrase("name", "May I have your full name?", "can i have your name", "could i get your name", "what is your name", "who am i speaking with", "your first and last name"),
            Phrase("birth", "What is your date of birth?", "your date of birth", "your birth date", "when were you born")),
        Phase("closing", "Closing", FlowPart.Closing,
            Phrase("else", "Is there anything else I can help you with?", "anything else i can do for you", "anything else i can help with"),
            Phrase("goodbye", "Thank you for calling, have a good day", "have a nice day", "have a great day", "take care bye")),
    ];

    private static IReadOnlyList<PhraseToAvoid> Avoid { get; } =
    [
        Never("calm-down", "Calm down", "Nobody has ever calmed down because they were told to.", "I can hear how upsetting this is. Let us sort it out together.", "you need to calm down", "please calm down", "relax"),
        Never("policy", "That's our policy", "It ends the conversation instead of explaining.", "Here is what I can do for you today.", "it's just our policy", "that is the policy", "it's against our policy"),
        Never("not-my-job", "That's not my job", "The caller cannot know whose job it is.", "Let me find the right person for this and stay with you until you are through.", "that's not my department", "not my responsibility"),
        Never("nothing", "There's nothing I can do", "There is nearly always something, if only to ask somebody.", "I cannot change that myself, but here is who can, and what I will do now.", "nothing i can do", "nothing we can do about it"),
        Never("as-i-said", "As I already told you", "It tells the caller that they do not listen.", "Let me say that again in other words.", "like i said before", "i already told you", "as i said before"),
        Never("have-to-wait", "You'll just have to wait", "It offers nothing and gives no time.", "It will take about ten minutes. May I call you back?", "you have to wait", "just wait"),
        Never("dont-know", "I don't know", "It leaves the caller alone with the question.", "I do not know, and I will find out for you.", "i have no idea", "no clue"),
    ];

    private static ScriptPhase Phase(string id, string title, FlowPart part, params KeyPhrase[] phrases) =>
        new() { Id = id, Title = title, Part = part, KeyPhrases = phrases };

    private static KeyPhrase Phrase(string id, string phrase, params string[] variants) => new() { Id = id, Phrase = phrase, Variants = variants };

    private static PhraseToAvoid Never(string id, string phrase, string why, string better, params string[] variants) =>
        new() { Id = id, Phrase = phrase, Variants = variants, Why = why, Better = better };
}
