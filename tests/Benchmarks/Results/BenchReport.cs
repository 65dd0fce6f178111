using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeTraining.Benchmarks.Results;

/// <summary>What a bench found, and on what.</summary>
/// <param name="Engines">By role: recogniser, voice, patient, transport.</param>
public sealed record BenchReport(string Bench, IReadOnlyDictionary<string, string> Engines, IReadOnlyList<BenchResult> Results)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public DateTimeOffset At { get; } = new(TimeProvider.System.GetUtcNow().Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    public Machine Machine { get; } = Machine.This;

    /// <summary>"full", or "limited" where packages were missing.</summary>
    public string Feed { get; } = typeof(BenchReport).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "BuildVariant").Value!.Split('-')[0];

    public string ToJson() => JsonSerializer.Serialize(new { Bench, At, Machine, Feed, Engines, Results }, Format);
}

public sealed record Machine(int Cores, [property: JsonPropertyName("memory_gib")] int MemoryGib)
{
    public static Machine This { get; } = new(
        Environment.ProcessorCount, (int)Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024)));
}
