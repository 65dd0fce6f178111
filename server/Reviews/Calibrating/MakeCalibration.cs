using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

public sealed record MakeCalibration(string Title, IReadOnlyList<Guid> CallIds, IReadOnlyList<Guid> CoachIds);

/// <summary>Puts recordings before coaches. What one of them has handed in before counts: it was judged blind, too. Scoped.</summary>
public sealed class MakeCalibrationHandler(TrainingDb db, Calibrations calibrations, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public const int MostCalls = 20;
    public const int MostCoaches = 20;

    /// <summary>Of one organisation.</summary>
    public const int Most = 1_000;

    private const int MostCharacters = 100;

    public async Task<Results<Ok<Calibration>, ProblemHttpResult>> HandleAsync(MakeCalibration request, CancellationToken cancellationToken)
    {
        var (calls, coaches) = ((request.CallIds ?? []).Distinct().ToList(), (request.CoachIds ?? []).Distinct().ToList());
        if (string.IsNullOrWhiteSpace(request.Title) || request.Title.Length > MostCharacters)
        {
            return Problems.Invalid($"Give it a title, with {MostCharacters} characters at most.");
        }
        if (calls.Count is 0 or > MostCalls || coaches.Count is < 2 or > MostCoaches)
        {
            return Problems.Invalid($"Choose 1 to {MostCalls} recordings, and 2 to {MostCoaches} coaches.");
        }
        if (await db.RecordedCalls.CountAsync(row => calls.Contains(row.Id) && row.Status == ReviewStatus.Ready, cancellationToken) != calls.Count)
        {
            return Problems.Invalid("One of these recordings is not ready or is not there any more. Choose again.");
        }
        var named = (await ListCoaches.Of(db).Where(person => coaches.Contains(person.Id)).ToListAsync(cancellationToken)).ToDictionary(person => person.Id, person => person.DisplayName);
        if (named.Count != coaches.Count)
        {
            return Problems.Invalid("One of these people is no coach or administrator of your organisation. Choose again.");
        }
        if (await db.Calibrations.CountAsync(cancellationToken) >= Most)
        {
            return Problems.Problem("tooManyCalibrations", StatusCodes.Status409Conflict, $"Your organisation has made {Most:N0} calibrations; no more are kept.");
        }
        var row = new CalibrationRow { Id = Guid.CreateVersion7(), Title = request.Title.Trim(), MadeBy = user.UserId, MadeByName = user.DisplayName, MadeAt = time.GetUtcNow() };
        db.Add(row);
        db.AddRange(calls.Select((call, i) => new CalibrationCallRow { CalibrationId = row.Id, RecordedCallId = call, Number = i + 1 }));
        db.AddRange(coaches.Select(coach => new CalibrationCoachRow { CalibrationId = row.Id, CoachId = coach, CoachName = named[coach] }));
        calls.ForEach(call => audit.Note(call, ReviewDeed.Calibrated));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await calibrations.OfAsync(row, cancellationToken));
    }
}
