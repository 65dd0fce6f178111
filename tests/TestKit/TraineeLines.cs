namespace RealtimeTraining.TestKit;

/// <summary>
/// What the measured trainee says in each scenario: forty lines as people say them, who look for a word, begin anew, read
/// numbers in groups and stop after "and". Words as a recogniser writes them, without digits and abbreviations.
/// </summary>
public static class TraineeLines
{
    /// <summary>With their pauses, as <see cref="PausedText"/> has them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> WithPauses { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["visit-before-a-trip"] =
        [
            "Thank you for calling Maple Grove, this is [450] Jordan. I'm sorry about that knee, let's get you seen. May I have your [600] full name?",
            "Thank you, Denise. And may I have your, [700] um, your date of birth, so that I have the right chart?",
            "I am sorry, one moment please. When do you [500] have to travel?",
            "Then let's make sure you are seen before Friday. I have Thursday at, [800] let me see, three forty with Nina Lin. Shall I book it?",
            "Please bring the new card, and [900] come fifteen minutes early. Is there anything else I can help you with?",
        ],
        ["bill-for-a-free-checkup"] =
        [
            "A third call about one bill, that's two too many. I'm Jordan in billing, and [600] I'm going to stay with you on this. May I have your full name?",
            "Thank you. And your, your [400] date of birth, so that I open the right account?",
            "I am sorry to interrupt. What is the [650] amount on the bill?",
            "I see both calls in the, [500] in the notes, and nobody called you back. I'm sorry. That one is on us.",
            "I'm putting the account on hold right now, while we speak. Nothing is due, and [850] nothing goes to collections.",
        ],
        ["cancel-the-procedure"] =
        [
            "Of course, that's your decision. This is Jordan. May I have your full name and [700] date of birth, so that I have the right one?",
            "I can do that. Before I do, may I ask what [550] makes Thursday hard?",
            "I am sorry, please go on. Is there [400] somebody who can drive you?",
            "That's a real problem, and you're not the, [600] you're not the only one. We have drivers for that. They bring you, wait, and see you to the door.",
            "The drivers have five five five, [700] two three four, [600] one eight nine two. Would it help to talk with our nurse today?",
        ],
        ["first-visit-registration"] =
        [
            "Welcome to town, and thank you for calling Maple Grove. This is Jordan. Yes, we take new patients. What's your [500] full name?",
            "Thank you. I have that as B, R, [600] A, N, D, T. Is that right, and what is your date of birth?",
            "One moment, please. What is [450] your address?",
            "Thank you. Which insurance do you have, and [900] can you read me the member number?",
            "How about, um, [700] how about Thursday at five twenty with Doctor Romero?",
        ],
        ["new-plan-questions"] =
        [
            "Cedar Hill Orthopedics, this is Jordan. I'm glad you ask before the scan. Let's look at it together, may I have [350] your full name?",
            "Thank you, Tyler. And may I have your date, [500] your date of birth?",
            "I am sorry to interrupt. What is the name of [600] your new plan?",
            "Doctor Alvarez is in your network. Northside Imaging, where your scan is [750] booked, isn't. Riverside is, so let's move it there.",
            "Your plan wants to approve the scan first. I send that request today, and, [800] and it takes up to five business days.",
        ],
        ["test-results-follow-up"] =
        [
            "You're not bothering us at all, I'm glad you called. This is Jordan. Let me help you, may I [500] have your full name?",
            "Thank you. Nine days is a long wait for that. And your date of birth, um, [600] so that I open the right chart?",
            "I am sorry, one moment. Which [550] test was it?",
            "I can't see the report itself. I see that Doctor Kim has [700] read it, and wants to go over it with you.",
            "Angela, our nurse, will call your home number, that's four one five, [650] five five five, [650] two six seven one, before four.",
        ],
        ["waiting-room-complaint"] =
        [
            "My name is Jordan. I'd like to hear what happened and [800] write it down with you. Whom is it about, and may I have both your names?",
            "Thank you. Please tell me what [450] happened, from the beginning.",
            "I am sorry to interrupt. How long did [300] you wait?",
            "That should never have been said across a, [600] across a full room, and I'm sorry. How is your mother today?",
            "I'm handing it over to the, um, [900] the office manager today. I'll check myself that she called you.",
        ],
        ["antacid-refill"] =
        [
            "Good morning, this is Jordan. I'll gladly look at that. What does the heartburn [500] feel like this morning?",
            "That heavy feeling in the chest worries me. Do you feel it in your arm or [700] your jaw?",
            "One moment, please. Is anyone [400] with you?",
            "This could be an emergency. I am not a nurse, and I won't wait. My colleague is [600] calling an ambulance to your house right now.",
            "Please leave the truck. Sit down near the door, and [750] unlock it for them. I'm staying on the line with you.",
        ],
    };

    /// <summary>The words alone, by scenario.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByScenario { get; } =
        WithPauses.ToDictionary(lines => lines.Key, IReadOnlyList<string> (lines) => [.. lines.Value.Select(PausedText.Plain)]);
}
