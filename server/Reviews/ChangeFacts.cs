using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What was entered with a recording.</summary>
/// <param name="StaffId">Who took the call; null: not known.</param>
/// <param name="TakenAt">When the call was; null: not known.</param>
/// <param name="Queue">The line or team that the call came in on; may be empty.</param>
/// <param name="ConsentNoted">The parties agreed to be recorded, and that is written down somewhere.</param>
public sealed record CallFacts(Guid? StaffId, DateTimeOffset? TakenAt, string? Queue, bool ConsentNoted)
{
    public static CallFacts Of(RecordedCallRow call) => new(call.StaffId, call.TakenAt, call.Queue, call.ConsentNoted);
}

/// <param name="Was">What stood there before: who was slower than somebody else is told so, and overwrites nothing.</param>
/// <param name="Facts">What is right.</param>
public sealed record ChangeFacts(CallFacts Was, CallFacts Facts);

/// <summary>
/// Puts right what was entered with a recording. Whose call it was does not change while another person may read it. Scoped.
/// </summary>
public sealed class ChangeFactsHandler(TrainingDb db, RecordingRules rules, ReviewSummaries summaries, ReviewAudit audit)
{
    public async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(Guid id, ChangeFacts request, CancellationToken cancellationToken)
    {
        await using var turn = await CallTurn.TakeAsync(db, id, cancellationToken);
        if (turn?.Call is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (request is not { Was: { } was, Facts: { } facts })
        {
            return Problems.Invalid("Say what stood there, and what is right.");
        }
        if ((rules.FactsMistake(facts.Queue, facts.TakenAt) ?? await RecordingRules.StaffMistakeAsync(db, facts.StaffId, cancellationToken)) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        if (Differences(CallFacts.Of(call), was).Count > 0)
        {
            return Problems.Problem("factsChanged", StatusCodes.Status409Conflict, "Somebody else changed this meanwhile. Load the page again and look at theirs first.");
        }
        if (facts.StaffId != call.StaffId && await OtherReaderAsync(id, facts.StaffId, cancellationToken) is { } reader)
        {
            return Problems.Problem("sharedWithOther", StatusCodes.Status409Conflict,
                $"This call is shared with {reader}, who would go on reading it. Take it back first, under \"Shared with {reader}\"; then say who took it.");
        }
        foreach (var deed in Differences(CallFacts.Of(call), facts))
        {
            audit.Note(id, deed);
        }
        (call.StaffId, call.TakenAt, call.Queue, call.ConsentNoted) = (facts.StaffId, facts.TakenAt, Named(facts.Queue), facts.ConsentNoted);
        await db.SaveChangesAsync(cancellationToken);
        await turn.KeepAsync(cancellationToken);
        return TypedResults.Ok(await summaries.OfAsync(call, cancellationToken));
    }

    /// <summary>The name of who may read the call and is not its member of staff; null: nobody.</summary>
    private async Task<string?> OtherReaderAsync(Guid callId, Guid? staffId, CancellationToken cancellationToken)
    {
        var reader = await db.SharedReviews.Where(row => row.RecordedCallId == callId).Select(row => (Guid?)row.StaffId).FirstOrDefaultAsync(cancellationToken);
        return reader is null || reader == staffId ? null : await db.Users.Where(person => person.Id == reader).Select(person => person.DisplayName).FirstAsync(cancellationToken);
    }

    /// <summary>What it is called to make the one the other. Times are kept in whole milliseconds.</summary>
    private static List<ReviewDeed> Differences(CallFacts one, CallFacts other)
    {
        var deeds = new List<ReviewDeed>();
        if (one.StaffId != other.StaffId)
        {
            deeds.Add(ReviewDeed.ChangedStaff);
        }
        if (one.TakenAt?.ToUnixTimeMilliseconds() != other.TakenAt?.ToUnixTimeMilliseconds())
        {
            deeds.Add(ReviewDeed.ChangedTime);
        }
        if (Named(one.Queue) != Named(other.Queue))
        {
            deeds.Add(ReviewDeed.ChangedQueue);
        }
        if (one.ConsentNoted != other.ConsentNoted)
        {
            deeds.Add(ReviewDeed.ChangedConsent);
        }
        return deeds;
    }

    private static string Named(string? queue) => queue?.Trim() ?? "";
}
