using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A line as it was at a time.</summary>
/// <param name="By">Null: the recogniser wrote it.</param>
/// <param name="At">Null where <paramref name="By"/> is.</param>
public sealed record LineVersion(int Version, string? By, DateTimeOffset? At, Speaker Speaker, int StartMs, int EndMs, string Text);

/// <summary>A line with nothing masked, and how it came to be.</summary>
/// <param name="Versions">What the recogniser wrote first, then each correction; the last holds.</param>
public sealed record LineHistory(int Number, IReadOnlyList<LineVersion> Versions);

/// <summary>Who corrects a line has to see its words, which is written down. Scoped.</summary>
public sealed class GetLineHandler(TrainingDb db, RecordingVault vault, ReviewAudit audit)
{
    public async Task<Results<Ok<LineHistory>, ProblemHttpResult>> HandleAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (await FindAsync(call, number, cancellationToken) is not { } history)
        {
            return ReviewProblems.NoSuchLine();
        }
        await audit.NoteOnceAsync(id, ReviewDeed.Revealed, cancellationToken);
        return TypedResults.Ok(history);
    }

    /// <summary>Null: there is no such line, or nothing was recognised in it.</summary>
    internal async Task<LineHistory?> FindAsync(RecordedCallRow call, int number, CancellationToken cancellationToken)
    {
        var id = call.Id;
        var lines = await RecordedLines.LoadAsync(db, vault, id, cancellationToken);
        if (lines.FirstOrDefault(line => line.Row.Number == number && line.Words.Text.Length > 0) is not ({ } row, { } words))
        {
            return null;
        }
        var corrections = await db.LineCorrections.AsNoTracking().Where(one => one.RecordedCallId == id && one.Line == number).OrderBy(one => one.Version).ToListAsync(cancellationToken);
        var side = CorrectedLines.SpeakerOf(call, row.Channel);
        return new LineHistory(number,
        [
            new LineVersion(0, null, null, side, row.StartMs, row.EndMs, words.Text),
            .. corrections.Select(one => Version(one, CorrectedLines.Open(vault, one), side)),
        ]);
    }

    private static LineVersion Version(LineCorrectionRow row, CorrectedLine line, Speaker side) =>
        new(row.Version, row.PersonName, row.At, line.Speaker ?? side, line.StartMs, line.EndMs, line.Text);
}
