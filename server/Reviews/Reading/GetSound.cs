using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The sound of a recorded call as WAV, from any place in it.</summary>
public static class GetSound
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewFolder folder, RecordingVault vault, ReviewAudit audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call || call.Channels is not { } channels
            || !File.Exists(folder.SoundOf(call)))
        {
            return ReviewProblems.NotFound();
        }
        await audit.NoteOnceAsync(call.Id, ReviewDeed.Heard, cancellationToken);
        // Real patients' voices stay in no cache on a shared computer.
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(new HeadedStream(vault.Open(folder.SoundOf(call)), pcm => WavHead.Of(channels, pcm)), "audio/wav", enableRangeProcessing: true);
    }
}
