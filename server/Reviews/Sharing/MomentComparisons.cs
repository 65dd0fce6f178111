using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A moment of a shared call beside what its member of staff made of it in practice.</summary>
/// <param name="RecordedCallId">The shared call.</param>
/// <param name="CallerSaid">What the answer was to, masked; null where the caller had said nothing yet.</param>
/// <param name="Original">How it was answered in the real call, masked.</param>
/// <param name="Attempts">Of who asks, the latest first.</param>
public sealed record MomentComparison(
    Guid RecordedCallId, string ScenarioId, string Title, int AtMs, string? CallerSaid, MomentReply Original, IReadOnlyList<PracticeAttempt> Attempts);

/// <summary>Shows who took a shared call how their practice compares with it. Scoped.</summary>
public sealed class MomentComparisons(TrainingDb db, ReviewReader reader, SharedReviews shared, MomentPractices practices, MomentReplies replies, ReviewAudit audit, ICurrentUser user)
{
    /// <summary>Of one practice call.</summary>
    public async Task<Results<Ok<MomentComparison>, ProblemHttpResult>> HandleAsync(Guid practiceId, CancellationToken cancellationToken)
    {
        if (await (await GivenAsync(cancellationToken)).FirstOrDefaultAsync(row => row.Id == practiceId, cancellationToken) is not { } practice
            || await shared.FindMineAsync(practice.RecordedCallId, cancellationToken) is not { Call: var call })
        {
            return ReviewProblems.NotShared();
        }
        await audit.NoteOnceAsync(call.Id, ReviewDeed.Opened, cancellationToken);
        var reading = await reader.ReadAsync(call, reveal: false, cancellationToken);
        return TypedResults.Ok(await OfAsync(practice, reading.Lines, cancellationToken));
    }

    /// <param name="lines">Of the call, masked.</param>
    public async Task<IReadOnlyList<MomentComparison>> OfCallAsync(Guid callId, IReadOnlyList<ReviewLine> lines, CancellationToken cancellationToken)
    {
        var comparisons = new List<MomentComparison>();
        foreach (var row in await (await GivenAsync(cancellationToken)).Where(row => row.RecordedCallId == callId).OrderBy(row => row.Line).ToListAsync(cancellationToken))
        {
            comparisons.Add(await OfAsync(row, lines, cancellationToken));
        }
        return comparisons;
    }

    /// <summary>Those that who asks was given to practise.</summary>
    private async Task<IQueryable<MomentPracticeRow>> GivenAsync(CancellationToken cancellationToken)
    {
        var me = user.UserId;
        var scenarios = await db.Assignments.Where(given => given.PersonId == me).Select(given => given.ScenarioId).ToListAsync(cancellationToken);
        var ids = scenarios.Select(MomentPracticeRow.IdOf).OfType<Guid>().ToList();
        return db.MomentPractices.AsNoTracking().Where(row => row.Published && ids.Contains(row.Id));
    }

    private async Task<MomentComparison> OfAsync(MomentPracticeRow row, IReadOnlyList<ReviewLine> lines, CancellationToken cancellationToken)
    {
        var moment = MomentPractices.MomentOf(row, lines);
        return new MomentComparison(
            row.RecordedCallId, row.ScenarioId, practices.DraftOf(row).Title, MomentPractices.AtMs(row, lines),
            moment.Caller?.Text, replies.Of(moment), await practices.AttemptsAsync(row, user.UserId, cancellationToken));
    }
}
