namespace RealtimeTraining.Speech.Tests.Engines.PocketSphinx;

/// <summary>What a trainee says on a call, none of it in the recogniser's own front-desk language.</summary>
internal static class FrontDeskLines
{
    /// <summary>What a scenario would name.</summary>
    public static readonly string[] Phrases =
    [
        "Riverside Family Practice", "Dr. Patel", "Dr. Nguyen", "Dr. Okafor", "Mr. Kowalski", "metformin", "lisinopril",
        "atorvastatin", "amoxicillin 500 milligrams", "Blue Cross Blue Shield", "March 14th 1986", "prior authorization",
        "cancellation list", "payment plan", "date of birth",
    ];

    public static readonly string[] All =
    [
        "thank you for calling riverside family practice how can i help you today",
        "may i have your first and last name please",
        "can you please confirm your date of birth for me",
        "i am so sorry to hear that you have been waiting so long",
        "let me check the schedule and see what we have available",
        "we have an opening on tuesday at ten fifteen in the morning",
        "would you prefer to see doctor patel or doctor nguyen",
        "i can see your appointment with doctor okafor on march third at two thirty",
        "is the phone number ending in four seven two nine still the best one to reach you",
        "can you tell me the member id number on your insurance card",
        "your copay for this visit is thirty five dollars",
        "i understand how frustrating this must be for you",
        "are you having any chest pain or trouble breathing right now",
        "please hang up and call nine one one immediately",
        "are you still taking metformin and lisinopril every day",
        "i will send a refill request for your atorvastatin to the pharmacy",
        "the doctor prescribed amoxicillin five hundred milligrams three times a day",
        "your claim was denied because the authorization had expired",
        "blue cross blue shield says your deductible has not been met",
        "i can put you on the cancellation list and call you if something opens up",
        "could you spell your last name for me please",
        "so that is march fourteenth nineteen eighty six is that correct",
        "mister kowalski i am going to transfer you to our billing department",
        "do you have any allergies to medications such as penicillin",
        "please arrive fifteen minutes early and bring a photo id",
        "is there anything else i can help you with today",
        "i apologize for the confusion about your bill",
        "we can set up a payment plan of fifty dollars a month",
        "your lab results are back and the doctor would like to see you this week",
        "okay so i have you down for thursday the twenty second at nine forty five",
    ];
}
