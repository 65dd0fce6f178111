namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// What the measured trainee says in each scenario: five natural lines, most of them with a pause inside. Words as a
/// recogniser writes them, without digits and abbreviations.
/// </summary>
public static class TraineeLines
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByScenario { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["visit-before-a-trip"] =
        [
            "Thank you for calling Maple Grove, this is Jordan. I'm sorry about that knee, let's get you seen. May I have your full name?",
            "Thank you, Denise. And may I have your date of birth, so that I have the right chart?",
            "I am sorry, one moment please. When do you have to travel?",
            "Then let's make sure you are seen before Friday. I have Thursday at three forty with Nina Lin. Shall I book it?",
            "Please bring the new card, and come fifteen minutes early. Is there anything else I can help you with?",
        ],
        ["bill-for-a-free-checkup"] =
        [
            "A third call about one bill, that's two too many. I'm Jordan in billing, and I'm going to stay with you on this. May I have your full name?",
            "Thank you. And your date of birth, so that I open the right account?",
            "I am sorry to interrupt. What is the amount on the bill?",
            "I see both calls in the notes, and nobody called you back. I'm sorry. That one is on us.",
            "I'm putting the account on hold right now, while we speak. Nothing is due, and nothing goes to collections.",
        ],
        ["cancel-the-procedure"] =
        [
            "Of course, that's your decision. This is Jordan. May I have your full name and date of birth, so that I have the right one?",
            "I can do that. Before I do, may I ask what makes Thursday hard?",
            "I am sorry, please go on. Is there somebody who can drive you?",
            "That's a real problem, and you're not the only one. We have drivers for that. They bring you, wait, and see you to the door.",
            "Would it help to talk with our nurse today?",
        ],
        ["first-visit-registration"] =
        [
            "Welcome to town, and thank you for calling Maple Grove. This is Jordan. Yes, we take new patients. What's your full name?",
            "Thank you. What is your date of birth, please?",
            "One moment, please. What is your address?",
            "Thank you. Which insurance do you have, and can you read me the member number?",
            "How about Thursday at five twenty with Doctor Romero?",
        ],
        ["new-plan-questions"] =
        [
            "Cedar Hill Orthopedics, this is Jordan. I'm glad you ask before the scan. Let's look at it together, may I have your full name?",
            "Thank you, Tyler. And may I have your date of birth?",
            "I am sorry to interrupt. What is the name of your new plan?",
            "Doctor Alvarez is in your network. Northside Imaging, where your scan is booked, isn't. Riverside is, so let's move it there.",
            "Your plan wants to approve the scan first. I send that request today, and it takes up to five business days.",
        ],
        ["test-results-follow-up"] =
        [
            "You're not bothering us at all, I'm glad you called. This is Jordan. Let me help you, may I have your full name?",
            "Thank you. Nine days is a long wait for that. And your date of birth, so that I open the right chart?",
            "I am sorry, one moment. Which test was it?",
            "I can't see the report itself. I see that Doctor Kim has read it, and wants to go over it with you.",
            "Angela, our nurse, will call your home number before four.",
        ],
        ["waiting-room-complaint"] =
        [
            "My name is Jordan. I'd like to hear what happened and write it down with you. Whom is it about, and may I have both your names?",
            "Thank you. Please tell me what happened, from the beginning.",
            "I am sorry to interrupt. How long did you wait?",
            "That should never have been said across a full room, and I'm sorry. How is your mother today?",
            "I'm handing it over to the office manager today. I'll check myself that she called you.",
        ],
        ["antacid-refill"] =
        [
            "Good morning, this is Jordan. I'll gladly look at that. What does the heartburn feel like this morning?",
            "That heavy feeling in the chest worries me. Do you feel it in your arm or your jaw?",
            "One moment, please. Is anyone with you?",
            "This could be an emergency. I am not a nurse, and I won't wait. My colleague is calling an ambulance to your house right now.",
            "Please leave the truck. Sit down near the door, and unlock it for them. I'm staying on the line with you.",
        ],
    };
}
