using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Reviews;

internal static class ReviewProblems
{
    public static ProblemHttpResult NotFound() => Problems.NotFound("noSuchReview", "There is no such recording in your organisation. It may have been removed.");

    public static ProblemHttpResult DiskFull() => Problems.Problem("diskFull", StatusCodes.Status507InsufficientStorage,
        "The server's disk has no room for this recording. Tell your administrator; what has arrived is kept, and the upload can go on later.");
}
