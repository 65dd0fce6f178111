using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients.Words;

namespace RealtimeTraining.Server.Tests.Patients.Words;

public sealed class ReplyGuardTests
{
    [Theory]
    [InlineData("My left arm's kind of heavy.", ReplyProblem.UndisclosedFact)]
    [InlineData("I live at 4410.", ReplyProblem.UndisclosedFact)]
    [InlineData("My birthday's in October.", ReplyProblem.UndisclosedFact)]
    [InlineData("I've called you thirty-three times.", ReplyProblem.InventedValue)]
    [InlineData("You should ask Brenda about that.", ReplyProblem.InventedValue)]
    [InlineData("I'm a language model, so I wait.", ReplyProblem.OutOfRole)]
    [InlineData("How can I help you with that?", ReplyProblem.OutOfRole)]
    [InlineData("You should take some rest and water.", ReplyProblem.OutOfRole)]
    [InlineData("*coughs* I'll wait.", ReplyProblem.StageDirection)]
    [InlineData("(quietly) I'll wait.", ReplyProblem.StageDirection)]
    [InlineData("[pause] I'll wait.", ReplyProblem.StageDirection)]
    [InlineData("Patient: I'll wait.", ReplyProblem.StageDirection)]
    [InlineData("Look at www.example.test for it.", ReplyProblem.Unspeakable)]
    [InlineData("I'll wait 🙂", ReplyProblem.Unspeakable)]
    [InlineData("var x = 1;", ReplyProblem.Unspeakable)]
    [InlineData("I\u200B'll wait.", ReplyProblem.Unspeakable)]
    [InlineData("Bueno, ya espero aquí, gracias señora.", ReplyProblem.OtherLanguage)]
    [InlineData("Хорошо, я подожду.", ReplyProblem.OtherLanguage)]
    [InlineData("All right, goodbye now.", ReplyProblem.EndsCall)]
    [InlineData("I told you that I am out of them.", ReplyProblem.RepeatedLine)]
    public void WhatAPatientDoesNotSay_IsCaught(string clause, ReplyProblem problem)
    {
        var request = Requests.Plain();
        var guard = new ReplyGuard(request with { RecentEvents = [Requests.Said(1, "I told you that I am out of them."), .. request.RecentEvents] });

        Assert.Equal(problem, guard.Judge(clause).Problem);
    }

    [Fact]
    public void TooManyWords_OverAllClauses_AreCaught()
    {
        var guard = new ReplyGuard(Requests.Plain("All right, I'll wait."));
        Assert.True(guard.Judge("I can wait, that's fine with me.").Passed);
        Assert.Equal(ReplyProblem.TooLong, guard.Judge("I can sit here and wait for as long as you want me to.").Problem);
    }

    [Fact]
    public void AngryPatient_HasFewerWordsThanACalmOne() =>
        Assert.True(ReplyGuard.LongestOf(Requests.Plain(mood: Server.Scenarios.MoodLabel.Angry).Decision) < ReplyGuard.LongestOf(Requests.Plain().Decision));

    [Fact]
    public void Claims_OfAnUndisclosedFactOrAnotherMood_AreCaught()
    {
        var guard = new ReplyGuard(Requests.Plain());
        Assert.True(guard.JudgeClaims("calm", []).Passed);
        Assert.Equal(ReplyProblem.UndisclosedFact, guard.JudgeClaims("calm", ["fatherDied"]).Problem);
        Assert.Equal(ReplyProblem.Contradiction, guard.JudgeClaims("angry", []).Problem);
    }

    [Theory]
    [InlineData("object", "I don't take charity.", "That works for me.")]
    [InlineData("accept", "Well. That's decent of you.", "No way, I won't have that.")]
    [InlineData("answer", "No, not really.", "Yes, a little.")]
    public void TheOppositeOfTheDecision_IsCaught(string act, string line, string says)
    {
        var guard = new ReplyGuard(Requests.Of(new DecisionLine { Scenario = "cancel-the-procedure", Act = act, Key = "generic:x", Line = line, Heard = "okay" }));
        Assert.Equal(ReplyProblem.Contradiction, guard.Judge(says).Problem);
    }

    [Fact]
    public void DisclosedFact_MayBeSaidAgain()
    {
        var line = new DecisionLine { Scenario = "antacid-refill", Act = "acknowledge", Key = "generic:reactTell", Line = "Okay, I'm listening.", Told = ["chestPressure"], Heard = "okay" };
        Assert.True(new ReplyGuard(Requests.Of(line)).Judge("Okay, it's still heavy on my chest.").Passed);
    }

    [Fact]
    public void OfferedTime_MayBeEchoed_ButNotAFactThatIsKeptBack()
    {
        var request = Requests.Of(new DecisionLine { Scenario = "visit-before-a-trip", Act = "acknowledge", Key = "generic:reactOffer", Line = "Okay, sure.", Told = ["kneeReason"], Heard = "i have wednesday at ten twenty" });
        Assert.True(new ReplyGuard(request).Judge("Wednesday at ten twenty, sure.").Passed);
        Assert.Equal(ReplyProblem.InventedValue, new ReplyGuard(request).Judge("Wednesday at eleven thirty, sure.").Problem);
        var birth = request with { RecentEvents = [Requests.Heard(2, "is your birthday march fourteenth")] };
        Assert.Equal(ReplyProblem.UndisclosedFact, new ReplyGuard(birth).Judge("It's March fourteenth.").Problem);
        Assert.Equal(ReplyProblem.UndisclosedFact, new ReplyGuard(birth).Judge("Yes, that's right.").Problem);
    }
}
