using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>The same call, played differently.</summary>
internal static class GoldenCalls
{
    public static CallScript Good(string empathy = "I can hear how worried you are, and I'm so sorry that you have waited so long.") => new CallScript()
        .Patient("Hello? Is this the clinic?")
        .Trainee("good morning thank you for calling lakeside clinic this is maria speaking how can i help you today").Understood(TraineeAct.Greet, TraineeAct.IdentifySelf)
        .Patient("I've been waiting two weeks for my results and I'm really worried.")
        .Trainee(empathy).Understood(TraineeAct.AcknowledgeFeeling).Mood(MoodLabel.Calm, 0.4, "You acknowledged her worry.")
        .Patient("Thank you. Nobody has told me anything.")
        .Trainee("that must be frustrating let's find out together may i please have your date of birth").Understood(TraineeAct.Ask)
        .Fact("dateOfBirth").Patient("March fourteenth nineteen sixty seven.")
        .Trainee("thank you mrs reed and could i have a good phone number for you").Understood(TraineeAct.Ask)
        .Fact("phone").Patient("Five five five, two one three four.")
        .Trainee("thank you so the doctor will call you back today before five and what else is on your mind").Understood(TraineeAct.Promise)
        .Goal("results").Patient("There's this bill. I don't understand why I got it.")
        .Trainee("i can see why that is confusing let me explain the bill the two hundred forty dollars are your deductible does that make sense").Understood(TraineeAct.Explain)
        .Goal("bill").Mood(MoodLabel.Relieved, 0.1, "You explained the bill.").Patient("Oh. Yes, it does.")
        .Trainee("is there anything else i can help you with today").Understood(TraineeAct.Close)
        .Patient("No, that is all. Thank you.")
        .Trainee("thank you for calling mrs reed take care").Understood(TraineeAct.Close)
        .Patient("Goodbye.")
        .Ends();

    public static CallScript Cold() => new CallScript()
        .Patient("Hello? Is this the clinic?")
        .Trainee("lakeside clinic")
        .Patient("I've been waiting two weeks for my results and I'm really worried.")
        .Trainee("date of birth")
        .Fact("dateOfBirth").Patient("March fourteenth nineteen sixty seven.")
        .Trainee("the results are not in the system yet")
        .Patient("But nobody has told me anything. What if it is serious?")
        .Trainee("you have to wait until the doctor has seen them").Mood(MoodLabel.Irritated, 0.7, "You passed over her worry.")
        .Patient("And what about my bill?")
        .Trainee("the bill is your deductible")
        .Goal("bill").Patient("Okay. I guess.")
        .Trainee("anything else")
        .Patient("No.")
        .Trainee("okay bye")
        .Ends(EndReason.TraineeHungUp);

    public static CallScript Rude() => new CallScript()
        .Patient("Hello? Is this the clinic?")
        .Trainee("yeah what do you want")
        .Patient("I've been waiting two weeks for my results and I'm really worried.")
        .Trainee("look lady everyone has to wait you need to calm down")
        .Patient("Excuse me? This is ridiculous. I am worried sick.")
        .Trainee("as i already said there's nothing i can do that's not my problem").Mood(MoodLabel.Angry, 0.95, "You blamed her.")
        .Patient("I want to speak to a manager.")
        .Trainee("i don't care you should have called earlier this is stupid")
        .Patient("Unbelievable.")
        .Ends(EndReason.PatientHungUp);
}
