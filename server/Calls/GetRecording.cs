using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Calls;

public static class GetRecording
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        CallId id, CallAccess access, RecordingFolder recordings, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        return call.RecordingFile is { } file && File.Exists(recordings.PathOf(file))
            ? TypedResults.Stream(recordings.Read(file), "audio/wav", lastModified: File.GetLastWriteTimeUtc(recordings.PathOf(file)), enableRangeProcessing: true)
            : Problems.Problem("recordingMissing", StatusCodes.Status404NotFound, "There is no recording of this call.");
    }
}
