using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Takes the next piece of a recording. Pieces come in order: what has arrived so far is the length of the file, which
/// survives a restart, and an upload goes on from there. With the last piece the recording is queued.
/// </summary>
public sealed class SendPieceHandler(TrainingDb db, ReviewFolder folder, ReviewSummaries summaries, ReviewQueue queue, ReviewAudit audit, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <param name="offset">Where the piece begins in the file, in bytes.</param>
    public async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(
        Guid id, long offset, Stream body, HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Value.ChunkBytes;
        }
        if (await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Uploading)
        {
            return Problems.Problem("uploadedAlready", StatusCodes.Status409Conflict, "All of this recording has arrived already.");
        }
        if (OpenUpload(call) is not { } file)
        {
            return Problems.Problem("uploadBusy", StatusCodes.Status409Conflict, "Another piece of this recording is just arriving. Wait for it, then go on.");
        }
        await using (file)
        {
            if (offset != file.Length)
            {
                return Problems.Problem("wrongOffset", StatusCodes.Status409Conflict,
                    $"The next piece begins at byte {file.Length}.", "receivedBytes", file.Length);
            }
            try
            {
                if (!await AppendAsync(file, call, body, cancellationToken))
                {
                    return Problems.Invalid("More arrived than the file was announced with. Remove this recording and upload it again.");
                }
            }
            catch (IOException e) when (e is not Microsoft.AspNetCore.Http.BadHttpRequestException && IsDiskFull(e))
            {
                return ReviewProblems.DiskFull();
            }
            call.ChangedAt = time.GetUtcNow();
            if (file.Length == call.Bytes && await FinishAsync(file, call, cancellationToken) is { } twin)
            {
                return Twin(twin);
            }
        }
        await db.SaveChangesAsync(cancellationToken);
        if (call.Status == ReviewStatus.Queued)
        {
            queue.Wake();
        }
        return TypedResults.Ok(await summaries.OfAsync(call, cancellationToken));
    }

    private FileStream? OpenUpload(RecordedCallRow call)
    {
        folder.Make(call);
        try
        {
            return PrivateFile.Open(folder.UploadOf(call), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        }
        catch (IOException) when (File.Exists(folder.UploadOf(call)))
        {
            return null;
        }
    }

    /// <returns>False when more came than was announced; the file is then as before.</returns>
    private static async Task<bool> AppendAsync(FileStream file, RecordedCallRow call, Stream body, CancellationToken cancellationToken)
    {
        var before = file.Length;
        file.Position = before;
        try
        {
            await body.CopyToAsync(file, cancellationToken);
            return file.Length <= call.Bytes;
        }
        finally
        {
            // Also of a piece whose connection broke, what came is kept.
            if (file.Length > call.Bytes)
            {
                file.SetLength(before);
            }
        }
    }

    /// <returns>The recording that holds the same bytes already; null where there is none and this one is queued.</returns>
    private async Task<Guid?> FinishAsync(FileStream file, RecordedCallRow call, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        file.Flush(flushToDisk: true);
        if (await TwinAsync(hash, cancellationToken) is { } twin)
        {
            return await ForgetAsync(call, twin, cancellationToken);
        }
        (call.Sha256, call.Status, call.Stage) = (hash, ReviewStatus.Queued, ReviewStage.Probe);
        audit.Note(call.Id, ReviewDeed.Uploaded);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            // The same file ended at the same moment in another window.
            db.ChangeTracker.Clear();
            if (await TwinAsync(hash, cancellationToken) is not { } quicker)
            {
                throw;
            }
            call.Status = ReviewStatus.Uploading;
            return await ForgetAsync(call, quicker, cancellationToken);
        }
    }

    private async Task<Guid?> TwinAsync(string hash, CancellationToken cancellationToken) =>
        (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Sha256 == hash, cancellationToken))?.Id;

    private async Task<Guid?> ForgetAsync(RecordedCallRow call, Guid twin, CancellationToken cancellationToken)
    {
        db.Remove(call);
        await db.SaveChangesAsync(cancellationToken);
        folder.Remove(call);
        return twin;
    }

    private static ProblemHttpResult Twin(Guid twin) => Problems.Problem("recordedAlready", StatusCodes.Status409Conflict,
        "This recording is in the list already; it was not taken a second time.", "reviewId", twin);

    // ENOSPC and EDQUOT on Linux, ERROR_DISK_FULL on Windows.
    private static bool IsDiskFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 122 or 112;
}
