using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Tests.Calls;

public class ScenarioWordsTests
{
    [Fact]
    public void TheTraineesNameIsExpected_AsItIsGivenOnThePhone()
    {
        var scenario = TestScenario.Create();

        Assert.Contains("this is dorota", ScenarioWords.Of(scenario, "Dr. Dorota Nowak"));
        Assert.DoesNotContain(ScenarioWords.Of(scenario), phrase => phrase.Contains("dorota", StringComparison.Ordinal));
    }
}
