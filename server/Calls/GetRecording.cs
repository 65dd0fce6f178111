using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Calls;

public static class GetRecording
{
    public static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> HandleAsync(
        CallId id, CallAccess access, RecordingFolder recordings, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        var path = call.RecordingFile is { } file ? recordings.PathOf(file) : null;
        return path is not null && File.Exists(path)
            ? TypedResults.PhysicalFile(path, "audio/wav", enableRangeProcessing: true)
            : Problems.Problem("recordingMissing", StatusCodes.Status404NotFound, "There is no recording of this call.");
    }
}
