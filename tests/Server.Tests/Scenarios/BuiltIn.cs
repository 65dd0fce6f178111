using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Scenarios.Files;

namespace RealtimeTraining.Server.Tests.Scenarios;

/// <summary>The scenarios that come with the product.</summary>
public static class BuiltIn
{
    private static readonly string[] Names =
        [.. Directory.EnumerateFiles(ScenarioLibrary.BuiltInFolder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Ids { get; } = new(Names);

    public static IReadOnlyList<Scenario> All { get; } = [.. Names.Select(id => Read(id).Scenario).OfType<Scenario>()];

    public static ScenarioReading Read(string id) => ScenarioFile.Read(Path.Combine(ScenarioLibrary.BuiltInFolder, id + ".yaml"));

    public static Scenario Get(string id) => All.Single(scenario => scenario.Id == id);
}
