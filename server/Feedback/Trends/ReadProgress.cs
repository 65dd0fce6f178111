using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Reads the signed-in trainee's own progress: nobody else's.</summary>
public sealed class ReadProgress(TrainingDb db, ICurrentUser user, ScenarioLibrary library, CallSummaries summaries)
{
    /// <summary>So many of the latest calls are read; older ones say nothing about now.</summary>
    private const int MostCalls = 100;
    private const int MostUnfinished = 10;

    public async Task<Progress> HandleAsync(CancellationToken cancellationToken)
    {
        var trainee = user.UserId;
        var calls = await db.Calls.AsNoTracking()
            .Where(c => c.TraineeId == trainee && c.Status == CallStatus.Ended && c.Overall != null)
            .OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id).Take(MostCalls)
            .Select(c => new { c.Id, c.ScenarioId, c.Difficulty, c.StartedAt, Overall = c.Overall!.Value, c.Outcome })
            .ToListAsync(cancellationToken);
        calls.Reverse();
        var since = calls.Count > 0 ? calls[0].StartedAt : DateTimeOffset.MaxValue;
        var scores = calls.Count == 0 ? [] : await db.CategoryScores.AsNoTracking()
            .Where(s => s.TraineeId == trainee && s.At >= since)
            .OrderBy(s => s.At).ThenBy(s => s.CallId)
            .ToListAsync(cancellationToken);
        var byCategory = scores.ToLookup(s => s.Category);
        var debriefs = await Debriefs([.. calls.TakeLast(Feedback.Trend.Window).Select(c => c.Id)], cancellationToken);
        var categories = Enum.GetValues<ScoringCategory>().Select(category => Trend(category, byCategory[category], debriefs)).ToList();
        var next = NextPracticePicker.Pick(
            library.All,
            [.. calls.Select(c => new PastCall(c.ScenarioId, c.Difficulty, c.Overall, c.Outcome))],
            categories.ToDictionary(c => c.Category, c => (IReadOnlyList<int>)[.. c.Points.Select(p => p.Score)]));
        return new Progress(categories, [.. calls.Select(c => new TrendPoint(new CallId(c.Id), c.StartedAt, c.Overall))], next, await Unfinished(cancellationToken));
    }

    /// <summary>Of those calls, in their order.</summary>
    private async Task<IReadOnlyList<Debrief>> Debriefs(List<Guid> calls, CancellationToken cancellationToken)
    {
        var rows = await db.Debriefs.AsNoTracking().Where(d => calls.Contains(d.CallId)).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => calls.IndexOf(row.CallId)).Select(row => JsonSerializer.Deserialize<Debrief>(row.Json, Json.Options)).OfType<Debrief>()];
    }

    private static CategoryTrend Trend(ScoringCategory category, IEnumerable<CategoryScoreRow> scores, IReadOnlyList<Debrief> debriefs)
    {
        var points = scores.Select(s => new TrendPoint(new CallId(s.CallId), s.At, s.Score)).ToList();
        var direction = Feedback.Trend.DirectionOf([.. points.Select(p => p.Score)]);
        return new CategoryTrend(category, direction, points, TrendDrivers.Of(category, direction, debriefs));
    }

    private async Task<IReadOnlyList<CallSummary>> Unfinished(CancellationToken cancellationToken)
    {
        var trainee = user.UserId;
        var calls = await db.Calls.AsNoTracking()
            .Where(c => c.TraineeId == trainee && c.Status == CallStatus.Interrupted)
            .OrderByDescending(c => c.StartedAt).Take(MostUnfinished)
            .ToListAsync(cancellationToken);
        return [.. calls.Select(call => summaries.Of(call, user.DisplayName, trainee))];
    }
}
