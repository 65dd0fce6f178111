using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Checked">It can be practised.</param>
public sealed record PracticeListed(Guid Id, int Line, string Title, bool Checked);

/// <summary>The practice calls made of one recording, in the order of its lines.</summary>
public static class ListPractices
{
    public static async Task<Results<Ok<IReadOnlyList<PracticeListed>>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, MomentPractices practices, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        var rows = await db.MomentPractices.AsNoTracking().Where(row => row.RecordedCallId == id).OrderBy(row => row.Line).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<PracticeListed>>([.. rows.Select(row => new PracticeListed(row.Id, row.Line, practices.DraftOf(row).Title, row.Published))]);
    }
}
