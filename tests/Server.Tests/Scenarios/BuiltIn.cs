using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Scenarios;

/// <summary>The scenarios that come with the product.</summary>
public static class BuiltIn
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(ScenarioLibrary.BuiltInFolder, "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
}
