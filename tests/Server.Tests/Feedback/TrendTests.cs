using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class TrendTests
{
    [Theory]
    [InlineData(new int[0], TrendDirection.NotEnough)]
    [InlineData(new[] { 50, 60, 70 }, TrendDirection.NotEnough)]
    [InlineData(new[] { 50, 55, 60, 66 }, TrendDirection.Improving)]
    [InlineData(new[] { 80, 74, 71, 65 }, TrendDirection.Declining)]
    [InlineData(new[] { 70, 71, 70, 71, 70 }, TrendDirection.Stable)]
    [InlineData(new[] { 60, 63, 66, 10, 72, 75 }, TrendDirection.Improving)]
    [InlineData(new[] { 70, 70, 99, 70, 70, 70 }, TrendDirection.Stable)]
    public void Direction_is_what_most_pairs_of_calls_say(int[] scores, TrendDirection direction) =>
        Assert.Equal(direction, Trend.DirectionOf(scores));

    [Fact]
    public void A_trend_says_what_drives_it()
    {
        Debrief[] calls = [GoldenCalls.Rude().Debrief(), GoldenCalls.Rude().Debrief(), GoldenCalls.Good().Debrief(), GoldenCalls.Good().Debrief()];
        var tone = TrendDrivers.Of(ScoringCategory.Tone, TrendDirection.Improving, calls);
        Assert.Equal(ScoreDriver.Coldness, tone[0].Driver);
        Assert.InRange(tone.Count, 1, 2);
        Assert.All(tone, d => Assert.True(d.Change > 0));
        Assert.Equal(ScoreDriver.Feelings, TrendDrivers.Of(ScoringCategory.Empathy, TrendDirection.Declining, [.. calls.Reverse()])[0].Driver);
        Assert.Empty(TrendDrivers.Of(ScoringCategory.Tone, TrendDirection.Stable, calls));
        Assert.Empty(TrendDrivers.Of(ScoringCategory.Tone, TrendDirection.Improving, calls[..3]));
    }

    [Fact]
    public void Without_a_call_the_easiest_scenario_comes_first()
    {
        var next = NextPracticePicker.Pick([Scenario("hard", Difficulty.Expert, 50), Scenario("easy", Difficulty.Beginner, 5)], [], None());
        Assert.Equal("easy", next?.ScenarioId);
        Assert.NotEqual("", next?.Why);
        Assert.Null(NextPracticePicker.Pick([], [], None()));
    }

    [Fact]
    public void The_weakest_category_chooses_the_scenario_and_the_reason_says_so()
    {
        Scenario[] scenarios = [Scenario("bill", Difficulty.Beginner, 10), Scenario("complaint", Difficulty.Beginner, 40)];
        var next = NextPracticePicker.Pick(scenarios, [new("bill", Difficulty.Beginner, 70, OutcomeStatus.Partly)], Weak(ScoringCategory.Empathy));
        Assert.Equal("complaint", next?.ScenarioId);
        Assert.Equal("Your weakest is empathy, 50 on average in your last 2 calls, and it counts 40 of 100 here.", next?.Why);
    }

    [Fact]
    public void Eighty_twice_goes_a_level_up()
    {
        Scenario[] scenarios = [Scenario("complaint", Difficulty.Beginner, 40)];
        PastCall[] calls = [new("complaint", Difficulty.Beginner, 82, OutcomeStatus.Reached), new("complaint", Difficulty.Beginner, 85, OutcomeStatus.Reached)];
        var next = NextPracticePicker.Pick(scenarios, calls, Weak(ScoringCategory.Empathy));
        Assert.Equal(Difficulty.Intermediate, next?.Difficulty);
        Assert.Contains("go up to intermediate", next?.Why, StringComparison.Ordinal);
        Assert.Equal(Difficulty.Beginner, NextPracticePicker.Pick(scenarios, calls[..1], Weak(ScoringCategory.Empathy))?.Difficulty);
    }

    [Fact]
    public void A_high_score_with_a_broken_rule_is_not_mastery()
    {
        Scenario[] scenarios = [Scenario("complaint", Difficulty.Beginner, 40)];
        PastCall[] calls = [new("complaint", Difficulty.Beginner, 92, OutcomeStatus.Missed), new("complaint", Difficulty.Beginner, 85, OutcomeStatus.Missed)];
        Assert.Equal(Difficulty.Beginner, NextPracticePicker.Pick(scenarios, calls, Weak(ScoringCategory.Empathy))?.Difficulty);
    }

    [Fact]
    public void Nobody_is_thrown_from_the_first_call_into_the_hardest()
    {
        Scenario[] scenarios = [Scenario("easy", Difficulty.Beginner, 10), Scenario("hard", Difficulty.Expert, 60)];
        var next = NextPracticePicker.Pick(scenarios, [new("easy", Difficulty.Beginner, 55, OutcomeStatus.Partly)], Weak(ScoringCategory.Empathy));
        Assert.Equal("easy", next?.ScenarioId);
    }

    private static Dictionary<ScoringCategory, IReadOnlyList<int>> None() => [];

    private static Dictionary<ScoringCategory, IReadOnlyList<int>> Weak(ScoringCategory weak) =>
        Enum.GetValues<ScoringCategory>().ToDictionary(c => c, c => (IReadOnlyList<int>)(c == weak ? [45, 55] : [80, 90]));

    private static Scenario Scenario(string id, Difficulty difficulty, int empathy) => PracticeScenario.Make() with
    {
        Id = id,
        Title = id,
        Difficulty = difficulty,
        Rubric = new Dictionary<ScoringCategory, int> { [ScoringCategory.Empathy] = empathy, [ScoringCategory.Tone] = 100 - empathy },
    };
}
