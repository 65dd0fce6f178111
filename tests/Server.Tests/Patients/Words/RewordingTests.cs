using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>The guard lets through what a well-behaved model says: no false alarm in the whole list.</summary>
public sealed class RewordingTests
{
    public static TheoryData<int> Numbers { get; } = new(Enumerable.Range(0, Rewording.All.Count));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task GoodRewording_GetsThroughAsItStands(int number)
    {
        var rewording = Rewording.All[number];
        var bench = new WriterBench(ScriptedChatClient.Saying(rewording.Says, rewording.Mood));

        var said = await bench.WriteAsync(Requests.Of(rewording));

        Assert.True(bench.Fallbacks.Count == 0, $"{rewording.Scenario} {rewording.Key}: {string.Join(", ", bench.Fallbacks)} instead of “{rewording.Says}”: “{said}”");
        Assert.Equal(rewording.Says, said);
    }

    [Fact]
    public void TheList_CoversEveryScenario_WithDecisionsThatAModelMayWord()
    {
        Assert.True(Rewording.All.Count >= 40);
        Assert.Equal(BuiltIn.All.Select(scenario => scenario.Id).Order(), Rewording.All.Select(rewording => rewording.Scenario).Distinct().Order());
        Assert.All(Rewording.All, rewording => Assert.Null(WordingRules.StaysAuthored(Requests.Of(rewording).Decision, BuiltIn.Get(rewording.Scenario))));
        // Reworded, not repeated; and of lines that the patients really say.
        Assert.All(Rewording.All, rewording => Assert.NotEqual(rewording.Line, rewording.Says));
        Assert.All(Rewording.All.Where(rewording => !rewording.Key.StartsWith("generic:", StringComparison.Ordinal)),
            rewording => Assert.Contains(rewording.Line, SpokenBy(BuiltIn.Get(rewording.Scenario))));
    }

    private static IEnumerable<string> SpokenBy(Scenario scenario) =>
        scenario.Facts.SelectMany(fact => fact.Say.Values.SelectMany(lines => lines).Concat(fact.Withheld))
            .Concat(scenario.Goals.SelectMany(goal => goal.Raise.Concat(goal.Accept)))
            .Concat(scenario.Objections.SelectMany(objection => objection.Say));
}
