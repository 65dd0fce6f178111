using System.Text.Json;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Scenarios;

public sealed class BuiltInScenariosTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void HasNoMistake(string id)
    {
        var reading = BuiltIn.Read(id);

        Assert.Equal([], reading.Problems.Select(problem => $"{problem.File}({problem.Line},{problem.Column}): {problem.Reason}"));
        Assert.NotNull(reading.Scenario);
    }

    /// <summary>A call keeps its scenario as JSON and is replayed from it.</summary>
    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void LosesNothingAsJson(string id)
    {
        var scenario = BuiltIn.Get(id);

        var json = JsonSerializer.Serialize(scenario, Json.Options);
        var back = JsonSerializer.Deserialize<Scenario>(json, Json.Options);

        Assert.Equivalent(scenario, back, strict: true);
        Assert.Equal(json, JsonSerializer.Serialize(back, Json.Options));
    }
}
