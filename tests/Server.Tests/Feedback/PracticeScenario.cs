using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>A small scenario with everything in it that feedback reads.</summary>
internal static class PracticeScenario
{
    public static Scenario Make(string pronoun = "she") => new()
    {
        Id = "results-and-bill",
        Title = "Test results and a bill",
        Type = ScenarioType.BillingInquiry,
        Difficulty = Difficulty.Beginner,
        Summary = "Mrs Reed waits for results and has a bill she does not understand.",
        Situation = "You are at the front desk.",
        Role = PracticeRole.Staff,
        TargetSeconds = 300,
        Patient = new Patient
        {
            Name = "Helen Reed",
            Age = 57,
            Pronoun = pronoun,
            History = "Waits for a biopsy result.",
            Manner = "brisk",
            Speaking = new Speaking("female", 1, 1, ["well"], 0.2),
        },
        Opening = ["Hello?"],
        Mood = new MoodLevels(0.6, 0.6, 0.4, 0.5),
        Facts =
        [
            Fact("dateOfBirth", identity: true, needed: true),
            Fact("phone", needed: true),
            Fact("chestPain"),
        ],
        Goals =
        [
            new Goal { Id = "bill", Wants = "To know why she got a bill for 240 dollars.", Raise = ["What about my bill?"], MetBy = [new MetBy { Act = TraineeAct.Explain, Topic = "bill" }], Accept = ["Oh, I see."] },
            new Goal { Id = "results", Wants = "To hear when her results come.", Raise = ["When do I get my results?"], MetBy = [new MetBy { Act = TraineeAct.Promise }], Accept = ["All right."] },
        ],
        Objections =
        [
            new Objection { Id = "cost", Goal = "bill", Say = ["I can't pay that."], DissolvedBy = [TraineeAct.AcknowledgeFeeling], Softened = ["Okay."] },
        ],
        Script = new Script
        {
            Phases =
            [
                Phase("greet", "Greeting", FlowPart.Greeting, 1,
                    ("welcome", "Thank you for calling Lakeside Clinic", []), ("help", "How can I help you today?", ["what can i do for you"])),
                Phase("verify", "Verify who is calling", FlowPart.Issue, 1,
                    ("dob", "May I have your date of birth?", ["when were you born"])),
                Phase("empathise", "Show that you understand", FlowPart.Issue, 1,
                    ("hear", "I can hear how worried you are", ["that must be worrying"]), ("sorry", "I'm sorry that you have waited so long", [])),
                Phase("solve", "Explain and promise", FlowPart.Issue, 1,
                    ("explain", "Let me explain the bill", []), ("callback", "The doctor will call you back today", [])),
                Phase("close", "Closing", FlowPart.Closing, 1,
                    ("else", "Is there anything else I can help you with?", []), ("bye", "Thank you for calling, take care", [])),
            ],
            Avoid =
            [
                new PhraseToAvoid { Id = "calm", Phrase = "You need to calm down", Variants = ["calm down"], Why = "It makes people angrier.", Better = "I can hear that this is upsetting." },
                new PhraseToAvoid { Id = "policy", Phrase = "That's our policy", Why = "It explains nothing.", Better = "Here is why we do it that way." },
            ],
        },
        Outcomes =
        [
            new Outcome { Id = "verified", Text = "You knew who was calling.", Needs = ["dateOfBirth"] },
            new Outcome { Id = "billClear", Text = "The bill is explained.", Needs = ["bill"] },
            new Outcome { Id = "resultsPromised", Text = "She knows when the results come.", Needs = ["results"] },
        ],
        Blockers =
        [
            new Blocker { Id = "disclosed", Kind = BlockerKind.DisclosedBeforeIdentity, Text = "Results were mentioned before identity was checked.", Better = "Before I look at your chart, may I have your date of birth?" },
            new Blocker { Id = "emergency", Kind = BlockerKind.EmergencyNotEscalated, Text = "Chest pain was not passed on.", Signs = ["chestPain"], Required = [new MetBy { Act = TraineeAct.Escalate }], Better = "I'm getting a nurse on the line right now." },
        ],
        Rubric = new Dictionary<ScoringCategory, int>
        {
            [ScoringCategory.Tone] = 15,
            [ScoringCategory.Empathy] = 25,
            [ScoringCategory.ScriptAdherence] = 15,
            [ScoringCategory.Timing] = 10,
            [ScoringCategory.ProblemSolving] = 20,
            [ScoringCategory.Professionalism] = 15,
        },
        IdealAnswers = [new IdealAnswer("bill", "The 240 dollars are your deductible; here is how it came about.", "It answers what was asked.")],
        Hints = [new Hint("verify", "Ask for the date of birth."), new Hint("bill", "Explain the deductible."), new Hint("cost", "Offer a payment plan.")],
    };

    private static Fact Fact(string id, bool identity = false, bool needed = false) => new()
    {
        Id = id,
        Topic = id,
        Is = id,
        Say = new Dictionary<string, IReadOnlyList<string>> { ["any"] = ["this", "that"] },
        Identity = identity,
        Needed = needed,
    };

    private static ScriptPhase Phase(string id, string title, FlowPart part, int enough, params (string Id, string Phrase, string[] Variants)[] phrases) => new()
    {
        Id = id,
        Title = title,
        Part = part,
        Enough = enough,
        KeyPhrases = [.. phrases.Select(p => new KeyPhrase { Id = p.Id, Phrase = p.Phrase, Variants = p.Variants })],
    };
}
