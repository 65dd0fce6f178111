using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Version">That was corrected: who was slower is told so, and overwrites nothing.</param>
public sealed record CorrectLine(string Text, Speaker Speaker, int StartMs, int EndMs, int Version);

/// <summary>Puts a line right: its words, who spoke, or where it begins and ends. All that is read of the call follows. Scoped.</summary>
public sealed class CorrectLineHandler(TrainingDb db, RecordingVault vault, GetLineHandler lines, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public const int MostCharacters = 2_000;
    public const int ShortestMs = 100;
    public const int MostVersions = 200;

    public async Task<Results<Ok<LineHistory>, ProblemHttpResult>> HandleAsync(Guid id, int number, CorrectLine request, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (await lines.FindAsync(call, number, cancellationToken) is not { } history)
        {
            return ReviewProblems.NoSuchLine();
        }
        if (Mistake(request, call) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        var last = history.Versions[^1];
        if (request.Version != last.Version)
        {
            return Changed();
        }
        if (last.Version >= MostVersions)
        {
            return Problems.Problem("tooManyCorrections", StatusCodes.Status409Conflict, $"This line was corrected {MostVersions} times already.");
        }
        var corrected = await CorrectedAsync(call, number, request, cancellationToken);
        db.Add(new LineCorrectionRow
        {
            RecordedCallId = id, Line = number, Version = last.Version + 1, At = time.GetUtcNow(), PersonId = user.UserId, PersonName = user.DisplayName,
            Sealed = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(corrected, Json.Options), CorrectedLines.NameOf(id, number, last.Version + 1)),
        });
        audit.Note(id, ReviewDeed.Corrected);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two at the same moment: the other was first.
            return Changed();
        }
        return TypedResults.Ok((await lines.FindAsync(call, number, cancellationToken))!);
    }

    private async Task<CorrectedLine> CorrectedAsync(RecordedCallRow call, int number, CorrectLine request, CancellationToken cancellationToken)
    {
        var before = (await CorrectedLines.LoadAsync(db, vault, call, cancellationToken)).First(line => line.Number == number);
        var channel = await db.RecordedLines.Where(row => row.RecordedCallId == call.Id && row.Number == number).Select(row => row.Channel).FirstAsync(cancellationToken);
        var text = string.Join(' ', request.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // Who speaks on a side follows when the sides are swapped; only what differs from it is kept.
        Speaker? speaker = request.Speaker == CorrectedLines.SpeakerOf(call, channel) ? null : request.Speaker;
        return new CorrectedLine(text, speaker, request.StartMs, request.EndMs, WordTimes.Of(text, before.Words, request.StartMs, request.EndMs));
    }

    private static string? Mistake(CorrectLine request, RecordedCallRow call) =>
        string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > MostCharacters ? $"Give the words that were said, with {MostCharacters:N0} characters at most."
        : request.Text.Any(char.IsControl) ? "The words hold a character that nobody can say. Type them anew."
        : !Enum.IsDefined(request.Speaker) ? "Choose who spoke."
        : request.StartMs < 0 || request.EndMs > (call.DurationMs ?? 0) || request.EndMs - request.StartMs < ShortestMs
            ? "A line lies within the recording and lasts a tenth of a second at least." : null;

    private static ProblemHttpResult Changed() =>
        Problems.Problem("lineChanged", StatusCodes.Status409Conflict, "Somebody else corrected this line meanwhile. Load it again and look at theirs first.");
}
