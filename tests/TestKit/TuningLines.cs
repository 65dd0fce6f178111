namespace RealtimeTraining.TestKit;

/// <summary>
/// Lines of a trainee with hesitations, in other words than <see cref="TraineeLines"/>: to choose
/// settings of turn-taking with, so that those stay to judge by. No model is trained on either.
/// </summary>
public static class TuningLines
{
    /// <summary>With their pauses, as <see cref="PausedText"/> has them. One call of five lines after the other.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> WithPauses { get; } =
    [
        [
            "Good afternoon, Lakeside Family Practice, you're speaking with [500] Alex. How can I help?",
            "Okay. Could you tell me [600] what the trouble is?",
            "That sounds painful. Since [450] when have you had it?",
            "I can offer you, [700] um, tomorrow at half past nine. Would that suit you?",
            "Lovely. I have put you down for that, and [800] you will get a text message tonight.",
        ],
        [
            "Hello, this is Sam from the front desk. I'm calling because we [550] had to move your appointment.",
            "I know that is annoying. Would you rather come in [650] the morning or in the afternoon?",
            "Let me have a look. The first one that I could [500] give you is on the twelfth.",
            "And is your phone number [400] still the same?",
            "Great, then that's all settled. Have a nice day.",
        ],
        [
            "I'm really sorry to hear that. Are you safe [600] where you are?",
            "Can you put your, [450] your husband on the phone?",
            "What medicine does he [700] usually take?",
            "Please stay on the line while I, um, [850] while I get the nurse.",
            "She'll be with you in a minute. Don't hang up.",
        ],
        [
            "Thanks for holding. I've found your [500] file now.",
            "It says here that the [600] claim was sent in March. Did you ever get a letter?",
            "I don't want to guess. Let me ask somebody in the, [700] in the insurance team and call you back.",
            "Which number is the best one to [450] reach you on?",
            "So that's six one seven, [650] five five five, [600] zero one four four. Is that right?",
        ],
        [
            "Could you spell your last name [500] for me?",
            "K, O, [600] W, A, L, S, K, I. Thank you.",
            "And when were [450] you born?",
            "We need a copy of your card, and, [900] and the referral from your doctor.",
            "You can send both by email, or [700] bring them with you. Whatever is easier.",
        ],
        [
            "I understand why you're upset. Nobody should have to [550] wait that long.",
            "Let me find out what went wrong. Who did you [400] speak to?",
            "It was wrong of us to, [650] to leave you sitting there.",
            "What would [500] help you most right now?",
            "I'll pass that on to my manager, so [750] that it doesn't happen to anybody else.",
        ],
        [
            "Yes, we do have [600] a wheelchair entrance. It's on the left side of the building.",
            "How many people are [450] coming with you?",
            "No, you don't need [500] to pay anything today.",
            "If you come about ten minutes [700] before, that's plenty of time.",
            "Do you have any other [600] questions for me?",
        ],
        [
            "The pharmacy closes at six. Should I, [650] should I call them for you?",
            "Which of your tablets are you [500] running out of?",
            "Doctor Patel wants to see you [750] before she signs it again.",
            "That's because the last blood test was over a year [800] ago.",
            "All right, I've made a note of that. Take care.",
        ],
        [
            "Is the pain getting [450] worse when you breathe?",
            "I want you to hang up and [700] call an ambulance. Will you do that for me?",
            "Where exactly does it [550] hurt?",
            "Have you ever had [600] anything like it before?",
            "Good, that's very clear, thank you. I'm going to, um, [850] put you through to the nurse.",
        ],
        [
            "You'd be seeing Doctor [500] Nguyen. She's been with us for years.",
            "Are you calling for yourself or for [650] somebody else?",
            "I'm afraid she's fully booked this week. There is a, [600] there is an opening next Tuesday at a quarter to four.",
            "Shall I put you on [450] the waiting list as well?",
            "The visit costs, let me check, [800] forty five dollars without insurance.",
        ],
    ];
}
