using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Line">The number of the line that the moment rests on.</param>
public sealed record BeginPractice(int Line);

/// <summary>Drafts a practice call from a moment; of the same line there is only one.</summary>
public sealed class BeginPracticeHandler(
    TrainingDb db, ReviewReader reader, DraftWriter drafts, MomentPractices practices, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    /// <summary>More than anybody makes of one call.</summary>
    public const int MostOfOneCall = 50;

    public async Task<Results<Ok<MomentPractice>, ProblemHttpResult>> HandleAsync(Guid id, BeginPractice request, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Ready)
        {
            return ReviewProblems.NotReady();
        }
        var number = request.Line;
        if (await db.MomentPractices.AsNoTracking().FirstOrDefaultAsync(row => row.RecordedCallId == id && row.Line == number, cancellationToken) is { } known)
        {
            return TypedResults.Ok(await practices.OfAsync(call, known, cancellationToken));
        }
        if (await db.MomentPractices.CountAsync(row => row.RecordedCallId == id, cancellationToken) >= MostOfOneCall)
        {
            return Problems.Problem("tooManyPractices", StatusCodes.Status409Conflict, $"{MostOfOneCall} practice calls were made of this recording already. Remove one first.");
        }
        var reading = await reader.ReadAsync(call, reveal: false, cancellationToken);
        if (reading.Lines.Any(line => line.Speaker == Speaker.Unknown))
        {
            return Problems.Problem("speakerUnknown", StatusCodes.Status409Conflict, "Nobody can tell who speaks in this recording, so no patient can be made of the caller. Say who speaks in each line first.");
        }
        if (!reading.Lines.Any(line => line.Number == number))
        {
            return Problems.Invalid("There is no such line in this recording. Load the page again.");
        }
        var row = new MomentPracticeRow
        {
            Id = Guid.CreateVersion7(), RecordedCallId = id, Line = number, Sealed = [], MadeByName = user.DisplayName, MadeAt = time.GetUtcNow(),
        };
        practices.Keep(row, drafts.Write(id, reading.Lines, reading.Marks, number));
        db.Add(row);
        audit.Note(id, ReviewDeed.MadePractice);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await practices.OfAsync(call, row, cancellationToken));
    }
}
