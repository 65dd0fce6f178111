using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class DraftTests
{
    private static readonly Guid Call = new("0197b000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("", "")]
    [InlineData("i am [name] and my number is [phone number]", "one moment")]
    [InlineData("<b>{trainee}</b> & so \u202E on \0 😀😀", "\u0001 }{ <script>")]
    [InlineData("so what happens now", "did you hear what i said")]
    public void WhateverWasSaid_GivesADraftThatCanBePlayed(string caller, string staff)
    {
        foreach (var kind in Enum.GetValues<ReviewMarkKind>())
        {
            var draft = Draft([Staff(0, "hello"), Caller(1, caller), Staff(2, staff), Caller(3, new string('x', 5_000)), Caller(4, caller)], new ReviewMark(kind, 2_000, 3_000, 3, $"\"{staff}\": It hurts.", null), line: 3);

            Assert.Empty(PracticeDraftRules.Mistakes(draft));
        }
    }

    [Fact]
    public void CallerWhoNeverSpoke_GivesADraftThatCanBePlayed() =>
        Assert.Empty(PracticeDraftRules.Mistakes(Draft([Staff(0, "hello is anybody there")], null, line: 1)));

    [Fact]
    public void Masks_AreFilledWithAPatientWhoDoesNotExist()
    {
        var draft = Draft([Staff(0, "who is calling"), Caller(1, "[name] born [date of birth] at [address]"), Staff(2, "thanks")], null, line: 2);

        Assert.Contains(draft.PatientName, draft.Opening[0], StringComparison.Ordinal);
        Assert.DoesNotContain('[', string.Join(' ', [.. draft.Opening, .. draft.Says, draft.Situation, draft.History]));
    }

    [Theory]
    [InlineData(ReviewMarkKind.EmpathyMissed, TraineeAct.AcknowledgeFeeling)]
    [InlineData(ReviewMarkKind.DeadAir, TraineeAct.Hold)]
    public void WhatWentWrong_DecidesWhatMustBeDone(ReviewMarkKind kind, TraineeAct needed) =>
        Assert.Equal(needed, Draft([Caller(0, "i am so worried"), Staff(9, "your name please")], new ReviewMark(kind, 0, 9_000, kind == ReviewMarkKind.DeadAir ? null : 1, "Something.", null), line: 2).Needed);

    [Fact]
    public void WhatWentWrongInTheAnswer_CountsMoreThanTheFeelingThatWasShown()
    {
        IReadOnlyList<ReviewLine> lines = [Caller(0, "i am so worried") with { Number = 1 }, Staff(2, "calm down") with { Number = 2 }];
        IReadOnlyList<ReviewMark> marks =
        [
            new ReviewMark(ReviewMarkKind.FeelingShown, 0, 900, 1, "The caller showed worry.", null),
            new ReviewMark(ReviewMarkKind.PhraseToAvoid, 2_000, 2_900, 2, "\"calm down\": It calms nobody.", "I can hear how worried you are."),
        ];

        var draft = new DraftWriter(new RuleUtteranceAnalysis()).Write(Call, lines, marks, line: 1);

        Assert.Equal(("From a real call: the wrong phrase", "Calm down.", "It calms nobody.", "I can hear how worried you are."), (draft.Title, draft.Avoid, draft.AvoidWhy, draft.Better));
    }

    [Fact]
    public void Patient_IsContent_WhenTheMomentIsAnsweredWell_AndNotWhenItIsNot()
    {
        var scenario = DraftScenario.Of(Draft([Staff(0, "hello"), Caller(1, "i am so worried about my results"), Staff(2, "you have to wait")], null, line: 3), "moment-test");

        var well = Met(scenario, "I can hear how worried you are, and I am so sorry.", "I will call you back today with your results.");
        var badly = Met(scenario, "You have to wait.", "What is your date of birth?");

        Assert.Equal(["heard", "nextStep"], well);
        Assert.Empty(badly);
    }

    private static List<string> Met(Scenario scenario, params string[] turns)
    {
        var mind = new PatientMindFactory(new ExampleUnderstanding()).Create(scenario, scenario.Difficulty, seed: 7, addedPhrasings: []);
        var events = new List<CallEvent>(mind.Open().Events);
        for (var i = 0; i < turns.Length; i++)
        {
            events.AddRange(mind.Hear(new HeardTurn((2 * i) + 1, SpokenText.Normalise(turns[i]), Confidence: 1, InterruptedPatient: false)).Events);
        }
        return [.. events.OfType<GoalMet>().Select(goal => goal.GoalId)];
    }

    private static PracticeDraft Draft(IReadOnlyList<ReviewLine> said, ReviewMark? mark, int line) =>
        new DraftWriter(new RuleUtteranceAnalysis()).Write(Call, [.. said.Select((one, i) => one with { Number = i + 1 })], mark is null ? [] : [mark], line);

    private static ReviewLine Staff(int second, string text) => new(0, Speaker.Staff, second * 1_000, second * 1_000 + 900, text, 0.9, []);

    private static ReviewLine Caller(int second, string text) => new(0, Speaker.Caller, second * 1_000, second * 1_000 + 900, text, 0.9, []);
}
