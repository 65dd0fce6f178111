using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Brings one recording from the stage where it is to the end. A stage is left in the store only when what it made is
/// kept, and done again it makes the same, so that a crash anywhere costs at most one stage. Singleton.
/// </summary>
public sealed partial class ReviewWork(
    TrainingDbFactory databases, ReviewFolder folder, RecordingProbe probe, RecordingDecoder decoder, SoundOutlines outlines, TranscribeStage transcribe,
    SearchIndexer search, ReviewProgress progress, TimeProvider time, ILogger<ReviewWork> logger)
{
    public async Task DoAsync(Guid id, Guid tenantId, CancellationToken cancellationToken)
    {
        await using var db = databases.Create(tenantId);
        if (await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == id && row.Status == ReviewStatus.Queued, cancellationToken) is not { } call)
        {
            return;
        }
        try
        {
            await EnterAsync(db, call, call.Stage, ReviewStatus.Working, cancellationToken);
            while (call.Status == ReviewStatus.Working)
            {
                await StageAsync(db, call, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is DbUpdateException or OperationCanceledException)
        {
            if (!await IsGoneAsync(id, tenantId))
            {
                throw;
            }
            // Removed meanwhile; what the stage made after that goes too.
            folder.Remove(call);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await FailAsync(db, call, exception, cancellationToken);
        }
        finally
        {
            progress.End(id);
        }
    }

    private async Task StageAsync(TrainingDb db, RecordedCallRow call, CancellationToken cancellationToken)
    {
        progress.Begin(call.Id, call.Stage);
        switch (call.Stage)
        {
            case ReviewStage.Probe:
                // What was found out is read again by the next stage: a file that waited may be another one by then.
                await probe.ProbeAsync(folder.UploadOf(call), call.FileName, cancellationToken);
                await EnterAsync(db, call, ReviewStage.Decode, ReviewStatus.Working, cancellationToken);
                break;
            case ReviewStage.Decode:
                await DecodeAsync(db, call, cancellationToken);
                break;
            default:
                await transcribe.DoAsync(db, call, cancellationToken);
                await search.TakeInAsync(call, cancellationToken);
                await EnterAsync(db, call, ReviewStage.Transcribe, ReviewStatus.Ready, cancellationToken);
                break;
        }
    }

    private async Task DecodeAsync(TrainingDb db, RecordedCallRow call, CancellationToken cancellationToken)
    {
        var probed = await probe.ProbeAsync(folder.UploadOf(call), call.FileName, cancellationToken);
        var sound = await decoder.DecodeAsync(
            folder.UploadOf(call), probed, folder.HalfSoundOf(call), folder.SoundOf(call),
            ms => progress.Move(call.Id, probed.DurationMs is > 0 and var all ? ms / (double)all : 0), cancellationToken);
        outlines.Keep(call, sound.Channels);
        (call.DurationMs, call.Channels, call.TwoSided) = (sound.DurationMs, sound.Channels, sound.TwoSided);
        call.Notes = string.Join('\n', sound.Notes);
        await EnterAsync(db, call, ReviewStage.Transcribe, ReviewStatus.Working, cancellationToken);
        // Only now: until the store knows of the sound, the file is what the work would be done again from.
        File.Delete(folder.UploadOf(call));
    }

    private async Task<bool> IsGoneAsync(Guid id, Guid tenantId)
    {
        await using var db = databases.Create(tenantId);
        return !await db.RecordedCalls.AnyAsync(row => row.Id == id);
    }

    private async Task EnterAsync(TrainingDb db, RecordedCallRow call, ReviewStage stage, ReviewStatus status, CancellationToken cancellationToken)
    {
        (call.Stage, call.Status, call.ChangedAt, call.Problem, call.ProblemCode) = (stage, status, time.GetUtcNow(), null, null);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task FailAsync(TrainingDb db, RecordedCallRow call, Exception exception, CancellationToken cancellationToken)
    {
        (call.ProblemCode, call.Problem) = exception switch
        {
            RecordingException known => (known.Code, known.Message),
            FileNotFoundException or DirectoryNotFoundException => ("fileGone", "The file is no longer on the server. Remove this recording and upload it again."),
            IOException => ("disk", "The server could not read or write the recording; its disk may be full. Tell your administrator, then try again."),
            InvalidDataException => ("damaged", exception.Message),
            _ => ("unexpected", "Something went wrong on the server. Try again; if it happens again, tell your administrator."),
        };
        if (exception is not RecordingException)
        {
            LogFailed(logger, call.Id, call.Stage, exception);
        }
        call.Problem = call.Problem.Length <= 500 ? call.Problem : call.Problem[..500];
        (call.Status, call.ChangedAt) = (ReviewStatus.Failed, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recorded call {Id} failed in stage {Stage}")]
    private static partial void LogFailed(ILogger logger, Guid id, ReviewStage stage, Exception exception);
}
