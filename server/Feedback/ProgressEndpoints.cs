using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How the signed-in trainee is doing.</summary>
/// <param name="Next">What to practise next and why; null before the first judged call has anything to say, then the easiest scenario.</param>
/// <param name="Unfinished">Calls that were interrupted and can go on, newest first.</param>
public sealed record Progress(IReadOnlyList<CategoryTrend> Categories, IReadOnlyList<TrendPoint> Overall, NextPractice? Next, IReadOnlyList<CallSummary> Unfinished);

/// <param name="Drivers">What drives an improving or a declining one, the strongest first; at most two.</param>
public sealed record CategoryTrend(ScoringCategory Category, TrendDirection Direction, IReadOnlyList<TrendPoint> Points, IReadOnlyList<TrendDriver> Drivers);

/// <param name="Change">Points a call, the later calls against the earlier, signed.</param>
public sealed record TrendDriver(ScoreDriver Driver, int Change);

public enum TrendDirection
{
    NotEnough,
    Improving,
    Stable,
    Declining,
}

public sealed record TrendPoint(CallId CallId, DateTimeOffset At, int Score);

public sealed record NextPractice(string ScenarioId, string Title, Difficulty Difficulty, string Why);

public static class ProgressEndpoints
{
    public static IEndpointRouteBuilder MapProgress(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/progress", async (ReadProgress read, CancellationToken cancellationToken) =>
                TypedResults.Ok(await read.HandleAsync(cancellationToken)))
            .WithTags("Progress").WithName("GetProgress").RequireAuthorization();
        return routes;
    }
}
