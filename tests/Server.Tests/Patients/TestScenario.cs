using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>A small call with everything a patient can have in it: gates, objections, a promise, an emergency sign.</summary>
public static class TestScenario
{
    public static Scenario Headaches { get; } = new()
    {
        Id = "headaches",
        Title = "An appointment before the trip",
        Type = ScenarioType.Scheduling,
        Difficulty = Difficulty.Intermediate,
        Summary = "Carol Jenkins was promised a call and did not get one.",
        Situation = "You are at the front desk of Riverside Family Practice. There is an opening on the twenty-sixth at nine.",
        Role = PracticeRole.Staff,
        TargetSeconds = 300,
        Patient = new Patient
        {
            Name = "Carol Jenkins", Age = 58, Pronoun = "she", History = "Headaches for three weeks.", Manner = "Brisk, but fair.",
            Speaking = new Speaking("female", 1, 1, ["well", "um", "you know"], 0.25),
        },
        Opening =
        [
            "Hi. I'm calling because nobody has called me back about an appointment.",
            "Hello, yes. I was supposed to get a call last week and I never did.",
            "Hi there. I need to see the doctor, and I've been waiting forever for a call.",
        ],
        Mood = new MoodLevels(Upset: 0.5, Anxiety: 0.4, Trust: 0.35, Patience: 0.6),
        Moves = [new MoodMove { When = MoodTrigger.PutOnHold, Upset = 0.06, Patience = -0.1, Fading = 1 }],
        Facts =
        [
            Fact("name", "name", "She is Carol Jenkins.", ["It's Carol Jenkins.", "Jenkins, Carol Jenkins."], ["carol jenkins"], identity: true),
            Fact("birth", "dateOfBirth", "Her date of birth is March 14, 1967.", ["March fourteenth, nineteen sixty-seven.", "It's the fourteenth of March, sixty-seven."],
                ["march fourteenth nineteen sixty seven", "the fourteenth of march sixty seven"], identity: true),
            Fact("phone", "phone", "Her number is 555-2134.", ["Five five five, two one three four.", "It's five five five, two one, three four."], ["five five five two one three four"]),
            Fact("headache", "symptom", "She has headaches behind the eyes.", ["I've got these headaches, right behind my eyes.", "My head hurts, every single day."], [],
                asked: ["tell me about the headaches", "where is the headache"]),
            Fact("since", "when", "Three weeks.", ["It's been three weeks now.", "About three weeks, maybe a bit more."], []),
            Fact("vision", "emergency", "Since this morning she sees double.", ["Well, I've been seeing double since this morning.", "Things look doubled today, actually."], [],
                gate: Gate.Trusted, trust: 0.45, asked: ["any change in your vision", "are you seeing okay"], withheld: ["It's probably nothing.", "Let's just get the appointment done."]),
            Fact("trip", "trip", "She flies to her daughter's wedding on the twenty-eighth.", ["I'm flying out on the twenty-eighth. My daughter's getting married.", "My daughter's wedding is on the twenty-eighth, I can't miss it."], [],
                gate: Gate.VolunteeredWhenUpset, asked: ["why is it urgent", "is there a deadline"]),
            Fact("drink", "history", "She stopped taking her blood pressure pills.", ["I quit my blood pressure pills, if you have to know.", "I stopped my pressure pills a while back."], [], gate: Gate.AskedTwice,
                withheld: ["Nothing special.", "I don't see what that has to do with it."]),
        ],
        Goals =
        [
            new Goal
            {
                Id = "seen", Wants = "To be seen before she travels on the 28th.",
                Raise = ["So when can I see somebody?", "I need an appointment before the twenty-eighth.", "Can you get me in before I fly or not?", "I still don't have an appointment."],
                MetBy =
                [
                    new MetBy { Act = TraineeAct.Offer, Topic = "appointment", Phrases = ["i can get you in on the twenty sixth at nine", "we have an opening on the twenty sixth", "i've booked you for the twenty sixth at nine"] },
                ],
                Accept = ["The twenty-sixth works. Thank you.", "Okay, the twenty-sixth at nine. I'll be there."],
            },
            new Goal
            {
                Id = "called", Wants = "To know that somebody really calls.",
                Raise = ["And how do I know somebody really calls me this time?", "Last time I was told I'd get a call. Who's going to call me?", "And what about that call I was promised?"],
                MetBy = [new MetBy { Act = TraineeAct.Promise, Phrases = ["i will call you myself this afternoon", "i will personally call you back by five", "you will get a call from me today"] }],
                Accept = ["All right. I'll hold you to it.", "Good. I'll keep my phone on."],
            },
        ],
        Objections =
        [
            new Objection
            {
                Id = "trust", Goal = "seen", Say = ["You people told me that last time, and nobody called.", "I've heard that one before. Last week, from your colleague."],
                DissolvedBy = [TraineeAct.AcknowledgeFeeling, TraineeAct.Explain], Softened = ["Okay. At least you're straight with me.", "Fine. That I can understand."],
            },
            new Objection
            {
                Id = "work", Goal = "seen", Say = ["Nine in the morning? I'll have to take off work.", "I work mornings, you know."],
                DissolvedBy = [TraineeAct.Offer], Softened = ["Well, if you put it that way.", "I guess I can move my shift."], From = Difficulty.Advanced,
            },
            new Objection
            {
                Id = "money", Goal = "called", Say = ["And is that call going to cost me, too?", "Last time a call showed up on my bill."],
                DissolvedBy = [TraineeAct.Explain], Softened = ["Okay, good to know.", "All right, as long as it's free."], From = Difficulty.Expert,
            },
        ],
        Lines = new Dictionary<PatientAct, IReadOnlyList<string>>
        {
            [PatientAct.Worsen] = ["I'm sorry, I need to sit down. Everything's double.", "It's worse now. I can't read the clock."],
        },
        Script = new Script { Phases = [], Avoid = [new PhraseToAvoid { Id = "policy", Phrase = "that's our policy", Why = "It ends the talk.", Better = "Here is what I can do." }] },
        Outcomes = [],
        Blockers =
        [
            new Blocker
            {
                Id = "identity", Kind = BlockerKind.DisclosedBeforeIdentity, Text = "Something private was told before identity was known.",
                BrokenBy = [new MetBy { Phrases = ["i see your appointment from last week in the chart", "your blood pressure pills are on file"] }], Better = "Ask for name and date of birth first.",
            },
            new Blocker
            {
                Id = "advice", Kind = BlockerKind.AdviceOutsideRole, Text = "Medical advice.",
                BrokenBy = [new MetBy { Act = TraineeAct.Tell, Topic = "medication", Phrases = ["just take an aspirin", "take some ibuprofen and rest"] }], Better = "Ask the nurse.",
            },
            new Blocker
            {
                Id = "doubleVision", Kind = BlockerKind.EmergencyNotEscalated, Text = "Double vision with a headache was not escalated.", Signs = ["vision"],
                Required = [new MetBy { Act = TraineeAct.Escalate, Topic = "emergency" }], Better = "Get the nurse on the line now.",
            },
        ],
        Rubric = new Dictionary<ScoringCategory, int>(),
    };

    private static Fact Fact(
        string id, string topic, string statement, string[] say, string[] readBack, bool identity = false, Gate gate = Gate.Asked, double trust = 0.5,
        string[]? asked = null, string[]? withheld = null) => new()
        {
            Id = id, Topic = topic, Is = statement, Say = new Dictionary<string, IReadOnlyList<string>> { ["any"] = say }, ReadBack = readBack, Identity = identity,
            Gate = gate, Trust = trust, Asked = asked ?? [], Withheld = withheld ?? [],
        };
}
