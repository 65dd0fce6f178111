using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Observability;

/// <param name="Status">"ready", "limited" (works, with something to mend) or "notReady".</param>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswerCheck> Checks);

/// <param name="Says">What was found, and what to do where that is not well. No names of hosts, files or people.</param>
public sealed record HealthAnswerCheck(string Name, string Status, string Says);

public static class HealthEndpoints
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve calls; 503 when not. Both are open to
    /// everybody, since load balancers do not sign in.
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous();
        return routes;
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(Word(report.Status), [.. report.Entries.Select(entry => new HealthAnswerCheck(entry.Key, Word(entry.Value.Status), Sentence(entry.Value)))]),
        Json.Options, context.RequestAborted);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "limited",
        _ => "notReady",
    };

    private static string Sentence(HealthReportEntry entry) => entry.Exception is null && entry.Description is { } says
        ? says
        : "The check itself failed or took too long; the server's log says why.";
}
