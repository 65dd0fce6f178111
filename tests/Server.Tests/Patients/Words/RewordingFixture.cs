using RealtimeTraining.TestKit;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>A decision of the library, as the fixtures write it.</summary>
public class DecisionLine
{
    public string Scenario { get; set; } = "";

    public string Act { get; set; } = "";

    public string Key { get; set; } = "";

    public string Line { get; set; } = "";

    public List<string> Told { get; set; } = [];

    public string Mood { get; set; } = "calm";

    /// <summary>The trainee's last words.</summary>
    public string Heard { get; set; } = "";
}

/// <summary>A good rewording of one.</summary>
public sealed class Rewording : DecisionLine
{
    public string Says { get; set; } = "";

    public static IReadOnlyList<Rewording> All { get; } = Fixtures.Read<List<Rewording>>("rewordings.yaml");
}

public static class Fixtures
{
    public static T Read<T>(string file) => new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
        .Deserialize<T>(File.ReadAllText(Checkout.Path("tests", "Server.Tests", "Patients", "Words", file)));
}
