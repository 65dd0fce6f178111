using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>A test on a whole server that reads recordings with the real ffmpeg.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute() => Skip = Ffmpeg.WhyNot!;

    /// <summary>It needs the voice and the recogniser that are always there, too.</summary>
    public bool Speaks
    {
        get => speaks;
        set => Skip ??= (speaks = value) ? new ServerFactAttribute { Speaks = true }.Skip! : null!;
    }

    private bool speaks;
}

/// <inheritdoc cref="FfmpegFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegTheoryAttribute : TheoryAttribute
{
    public FfmpegTheoryAttribute() => Skip = Ffmpeg.WhyNot!;
}

internal static class Ffmpeg
{
    public static string? WhyNot => new ServerFactAttribute().Skip
        ?? ((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "ffmpeg")))
            ? null : "ffmpeg is not installed.");
}
