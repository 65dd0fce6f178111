using Microsoft.Extensions.Diagnostics.HealthChecks;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Observability;

/// <summary>Whether there is anything to practise.</summary>
public sealed class ScenariosCheck(ScenarioLibrary library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (playable, mistakes) = (library.All.Count, library.Problems.Count);
        return Task.FromResult(Judge(playable, mistakes));
    }

    public static HealthCheckResult Judge(int playable, int mistakes) => (playable, mistakes) switch
    {
        (0, _) => HealthCheckResult.Unhealthy("No scenario can be played. The server's log names the mistakes in the files."),
        (_, 0) => HealthCheckResult.Healthy($"{playable} scenarios can be played."),
        _ => HealthCheckResult.Degraded($"{playable} scenarios can be played; {mistakes} mistakes in scenario files keep others out. An administrator sees them under scenarios."),
    };
}
