using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A recorded call as lists show it.</summary>
/// <param name="ReceivedBytes">While it is uploading: what has arrived, and so where the next piece begins.</param>
/// <param name="Progress">Of the stage it is in; null while nothing is done with it.</param>
/// <param name="Before">While it waits: how many recordings of your organisation come before it.</param>
/// <param name="Problem">Why it failed and what to do.</param>
/// <param name="Notes">What a coach should know of the recording.</param>
/// <param name="ByVoice">One channel, in which two voices were told apart.</param>
/// <param name="StaffChannel">0 left, 1 right, or the voice; means nothing unless <paramref name="TwoSided"/> or <paramref name="ByVoice"/>.</param>
/// <param name="Hold">It must not be removed; null: it may.</param>
/// <param name="RemovedAt">When it will have been kept long enough; null: it is kept until somebody removes it.</param>
public sealed record ReviewSummary(
    Guid Id, string FileName, long Bytes, long ReceivedBytes, DateTimeOffset UploadedAt, Guid? StaffId, string? StaffName, DateTimeOffset? TakenAt,
    string Queue, bool ConsentNoted, ReviewStatus Status, ReviewStage Stage, StageProgress? Progress, int? Before, string? ProblemCode, string? Problem,
    IReadOnlyList<string> Notes, int? DurationMs, bool TwoSided, bool ByVoice, int StaffChannel, string? Engine, ReviewHold? Hold, DateTimeOffset? RemovedAt);

public sealed record ReviewHold(string By, DateTimeOffset At, string Reason);

/// <summary>Puts summaries together. Scoped.</summary>
public sealed class ReviewSummaries(TrainingDb db, ReviewFolder folder, ReviewProgress progress)
{
    public async Task<ReviewSummary> OfAsync(RecordedCallRow call, CancellationToken cancellationToken) => (await OfAsync([call], cancellationToken))[0];

    public async Task<IReadOnlyList<ReviewSummary>> OfAsync(IReadOnlyList<RecordedCallRow> calls, CancellationToken cancellationToken)
    {
        var ids = calls.Select(call => call.StaffId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        var waiting = calls.Any(call => call.Status == ReviewStatus.Queued)
            ? await db.RecordedCalls.Where(call => call.Status == ReviewStatus.Queued || call.Status == ReviewStatus.Working)
                .Select(call => call.UploadedAt).ToListAsync(cancellationToken)
            : [];
        var held = calls.Select(call => call.Id).ToList();
        var holds = await db.RecordingHolds.Where(hold => held.Contains(hold.RecordedCallId))
            .ToDictionaryAsync(hold => hold.RecordedCallId, hold => new ReviewHold(hold.HeldByName, hold.HeldAt, hold.Reason), cancellationToken);
        var keepDays = await db.Retentions.Select(rule => rule.KeepDays).FirstOrDefaultAsync(cancellationToken);
        return [.. calls.Select(call => new ReviewSummary(
            call.Id, call.FileName, call.Bytes, Received(call), call.UploadedAt, call.StaffId,
            call.StaffId is { } staff ? names.GetValueOrDefault(staff) : null, call.TakenAt, call.Queue, call.ConsentNoted, call.Status, call.Stage,
            progress.Of(call.Id), call.Status == ReviewStatus.Queued ? waiting.Count(at => at < call.UploadedAt) : null, call.ProblemCode, call.Problem,
            call.Notes.Length == 0 ? [] : call.Notes.Split('\n'), call.DurationMs, call.TwoSided, call.ByVoice, call.StaffChannel, call.Engine,
            holds.GetValueOrDefault(call.Id), keepDays is { } days && !holds.ContainsKey(call.Id) ? call.UploadedAt.AddDays(days) : null))];
    }

    private long Received(RecordedCallRow call)
    {
        if (call.Status != ReviewStatus.Uploading)
        {
            return call.Bytes;
        }
        var file = new FileInfo(folder.UploadOf(call));
        return file.Exists ? file.Length : 0;
    }
}
