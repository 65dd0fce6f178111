using RealtimeTraining.Server.Storage;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using Xunit;

namespace RealtimeTraining.TestKit;

/// <summary>A test on a whole server, which in a build without SQLite needs a PostgreSQL on the machine.</summary>
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = Needs.Server()!;

    /// <summary>It needs the voice and the recogniser that are always there.</summary>
    public bool Speaks
    {
        get => speaks;
        set => Skip ??= (speaks = value) ? Needs.Speech()! : null!;
    }

    private bool speaks;
}

/// <inheritdoc cref="ServerFactAttribute"/>
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = Needs.Server()!;
}

internal static class Needs
{
    public static string? Server() => StoreEngines.InThisBuild.Any(engine => engine.Name == "sqlite") ? null : PostgreSqlCluster.WhyNot;

    public static string? Speech() => FliteEngine.Probe() is { Available: false } voice ? voice.Reason
        : PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } recogniser ? recogniser.Reason
        : null;

    public static string? Tool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)))
            ? null : $"{name} is not installed.";
}
