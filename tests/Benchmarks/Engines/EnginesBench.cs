using System.Diagnostics;
using System.Text.Json;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Engines.Flite;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>Every engine that can run here, each in a process of its own, so that its memory is its own.</summary>
public sealed class EnginesBench : IBench
{
    public string Name => "engines";

    // The sentences for the recognisers are spoken by it.
    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason : null;

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var results = new List<BenchResult>();
        var measured = new Dictionary<string, string>();
        foreach (var engine in EngineDiscovery.InThisBuild.Where(engine => EngineCatalog.CanSwitch(engine.Role)))
        {
            tell($"Measuring {engine.Role} {engine.Name}.");
            var found = await MeasureAsync(engine, quick, tell, cancellationToken);
            if (found.Count > 0)
            {
                var role = engine.Role switch { EngineRole.PatientWords => "patient", var other => other.ToString().ToLowerInvariant() };
                measured[role] = measured.TryGetValue(role, out var before) ? $"{before}, {engine.Name}" : engine.Name;
            }
            results.AddRange(found);
        }
        return new BenchReport(Name, measured, results);
    }

    private static async Task<IReadOnlyList<BenchResult>> MeasureAsync(IEngine engine, bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", typeof(EnginesBench).Assembly.Location, OneEngine.Word, engine.Role.ToString(), engine.Name, quick ? "--quick" : "--whole"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                tell($"  {(await errors).Trim()}");
                return [];
            }
            return JsonSerializer.Deserialize<List<BenchResult>>(output.TrimEnd().Split('\n')[^1], OneEngine.Format)!;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
