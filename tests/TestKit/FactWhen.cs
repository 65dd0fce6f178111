using System.Runtime.InteropServices;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using Xunit;

namespace RealtimeTraining.TestKit;

/// <summary>A test that needs something of the machine, and is skipped with the reason where that is missing.</summary>
public sealed class FactWhenAttribute : FactAttribute
{
    /// <summary>A program on the path: "ffmpeg".</summary>
    public string Tool { set => Skip ??= Needs.Tool(value)!; }

    /// <summary>A native library: "libflite.so.1".</summary>
    public string Library { set => Skip ??= Needs.Library(value)!; }

    /// <summary>A file or folder. An environment variable may stand in front: "%SPEECH_DATA%/a.wav".</summary>
    public string Path { set => Skip ??= Needs.Path(value)!; }
}

/// <inheritdoc cref="FactWhenAttribute"/>
public sealed class TheoryWhenAttribute : TheoryAttribute
{
    public string Tool { set => Skip ??= Needs.Tool(value)!; }

    public string Library { set => Skip ??= Needs.Library(value)!; }

    public string Path { set => Skip ??= Needs.Path(value)!; }
}

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
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Any(folder => File.Exists(System.IO.Path.Combine(folder, name)))
            ? null : $"{name} is not installed.";

    public static string? Library(string name)
    {
        if (!NativeLibrary.TryLoad(name, out var handle))
        {
            return $"The library {name} is not installed.";
        }
        NativeLibrary.Free(handle);
        return null;
    }

    public static string? Path(string path)
    {
        var full = Environment.ExpandEnvironmentVariables(path);
        return File.Exists(full) || Directory.Exists(full) ? null : $"{path} is not there.";
    }
}
