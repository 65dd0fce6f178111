using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Scenarios.Files;

namespace RealtimeTraining.Server.Tests.Scenarios;

public sealed class BuiltInScenariosTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Files), MemberType = typeof(BuiltIn))]
    public void HasNoMistake(string file)
    {
        var reading = ScenarioFile.Read(Path.Combine(ScenarioLibrary.BuiltInFolder, file));

        Assert.Equal([], reading.Problems.Select(problem => $"{problem.File}({problem.Line},{problem.Column}): {problem.Reason}"));
        Assert.NotNull(reading.Scenario);
    }
}
