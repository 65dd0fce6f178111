using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The sound of a recorded call as WAV, from any place in it; silent where somebody says who they are, unless that is asked for.</summary>
public static class GetSound
{
    /// <param name="reveal">As it was recorded, which is written down with the name of who asks.</param>
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, bool? reveal, TrainingDb db, ReviewFolder folder, RecordingVault vault, ReviewAudit audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call || call.Channels is not { } channels
            || !File.Exists(folder.SoundOf(call)))
        {
            return ReviewProblems.NotFound();
        }
        // Before all is written down nobody knows what to silence.
        if (call.Status != ReviewStatus.Ready && reveal != true)
        {
            return ReviewProblems.NotReady();
        }
        await audit.NoteOnceAsync(call.Id, ReviewDeed.Heard, cancellationToken);
        if (reveal == true)
        {
            await audit.NoteOnceAsync(call.Id, ReviewDeed.Revealed, cancellationToken);
        }
        var silent = reveal == true ? [] : SilentSpans.Of(await CorrectedLines.LoadAsync(db, vault, call, cancellationToken));
        // Real patients' voices stay in no cache on a shared computer.
        context.Response.Headers.CacheControl = "private, no-store";
        var sound = new SilencedStream(vault.Open(folder.SoundOf(call)), channels, silent);
        return TypedResults.Stream(new HeadedStream(sound, pcm => WavHead.Of(channels, pcm)), "audio/wav", enableRangeProcessing: true);
    }
}
