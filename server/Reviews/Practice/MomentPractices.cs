using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="DueAt">Null: whenever there is time.</param>
public sealed record PracticeAssignment(Guid PersonId, string PersonName, string AssignedBy, DateTimeOffset AssignedAt, DateTimeOffset? DueAt);

/// <summary>A finished practice call of the moment.</summary>
/// <param name="Overall">0-100; null where it was too short to judge.</param>
/// <param name="Reply">Null where the patient never spoke.</param>
public sealed record PracticeAttempt(CallId CallId, string TraineeName, DateTimeOffset StartedAt, int? Overall, MomentReply? Reply);

/// <summary>A moment of a recorded call as a practice call.</summary>
/// <param name="Line">That the moment rests on.</param>
/// <param name="CallerSaid">What the answer was to, masked; null where the caller had said nothing yet.</param>
/// <param name="Original">How it was answered in the real call, masked.</param>
/// <param name="CheckedBy">Who stated that nothing in it tells who the caller was; null: it cannot be practised yet.</param>
/// <param name="Attempts">The latest first.</param>
public sealed record MomentPractice(
    Guid Id, Guid RecordedCallId, int Line, int AtMs, string ScenarioId, PracticeDraft Draft, string MadeBy, DateTimeOffset MadeAt, string? CheckedBy, DateTimeOffset? CheckedAt,
    string? CallerSaid, MomentReply Original, IReadOnlyList<PracticeAssignment> Assignments, IReadOnlyList<PracticeAttempt> Attempts);

/// <summary>Keeps drafts and puts together what is shown of them. Scoped.</summary>
public sealed class MomentPractices(TrainingDb db, RecordingVault vault, ReviewReader reader, MomentReplies replies)
{
    private const int MostAttempts = 20;

    /// <summary>Changes only how the sealed draft is kept; saving is the caller's.</summary>
    public void Keep(MomentPracticeRow row, PracticeDraft draft) => row.Sealed = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(draft, Json.Options), row.SealName);

    public PracticeDraft DraftOf(MomentPracticeRow row) => JsonSerializer.Deserialize<PracticeDraft>(vault.Unseal(row.Sealed, row.SealName), Json.Options)!;

    public async Task<MomentPractice> OfAsync(RecordedCallRow call, MomentPracticeRow row, CancellationToken cancellationToken)
    {
        var reading = await reader.ReadAsync(call, reveal: false, cancellationToken);
        var moment = MomentOf(row, reading.Lines);
        return new MomentPractice(
            row.Id, row.RecordedCallId, row.Line, AtMs(row, reading.Lines), row.ScenarioId, DraftOf(row), row.MadeByName, row.MadeAt, row.CheckedByName, row.CheckedAt,
            moment.Caller?.Text, replies.Of(moment), await AssignmentsAsync(row, cancellationToken), await AttemptsAsync(row, traineeId: null, cancellationToken));
    }

    /// <summary>What was said there; the line may have been corrected away since, and then nothing was.</summary>
    /// <param name="lines">Of the call, masked.</param>
    public static MomentExchange MomentOf(MomentPracticeRow row, IReadOnlyList<ReviewLine> lines) =>
        lines.Any(line => line.Number == row.Line) ? MomentExchange.At(lines, row.Line) : new MomentExchange(null, [], []);

    public static int AtMs(MomentPracticeRow row, IReadOnlyList<ReviewLine> lines) => lines.FirstOrDefault(line => line.Number == row.Line)?.StartMs ?? 0;

    private async Task<IReadOnlyList<PracticeAssignment>> AssignmentsAsync(MomentPracticeRow row, CancellationToken cancellationToken)
    {
        var scenario = row.ScenarioId;
        return await db.Assignments.AsNoTracking().Where(given => given.ScenarioId == scenario)
            .Join(db.Users, given => given.PersonId, person => person.Id, (given, person) => new { given, person.DisplayName })
            .OrderBy(both => both.DisplayName)
            .Select(both => new PracticeAssignment(both.given.PersonId, both.DisplayName, both.given.AssignedByName, both.given.AssignedAt, both.given.DueAt))
            .ToListAsync(cancellationToken);
    }

    /// <param name="traineeId">Null: of everybody.</param>
    public async Task<IReadOnlyList<PracticeAttempt>> AttemptsAsync(MomentPracticeRow row, Guid? traineeId, CancellationToken cancellationToken)
    {
        var scenario = row.ScenarioId;
        var calls = await db.Calls.AsNoTracking().Where(call => call.ScenarioId == scenario && call.Status == CallStatus.Ended && (traineeId == null || call.TraineeId == traineeId))
            .OrderByDescending(call => call.StartedAt).Take(MostAttempts)
            .Join(db.Users, call => call.TraineeId, person => person.Id, (call, person) => new { call.Id, call.StartedAt, call.Overall, person.DisplayName })
            .ToListAsync(cancellationToken);
        var attempts = new List<PracticeAttempt>();
        foreach (var call in calls.OrderByDescending(call => call.StartedAt))
        {
            var id = new CallId(call.Id);
            attempts.Add(new PracticeAttempt(id, call.DisplayName, call.StartedAt, call.Overall, replies.Of(await CallEvents.LoadAsync(db, id, cancellationToken))));
        }
        return attempts;
    }
}
