using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Reviews;

internal static class ReviewProblems
{
    public static ProblemHttpResult NotFound() => Problems.NotFound("noSuchReview", "There is no such recording in your organisation. It may have been removed.");

    public static ProblemHttpResult NotShared() => Problems.NotFound("notShared", "This call is not shared with you. A coach may have taken it back, or it was removed.");

    public static ProblemHttpResult NotReady() =>
        Problems.Problem("notReady", StatusCodes.Status409Conflict, "This recording is not ready to be read. The list says where it stands.");

    public static ProblemHttpResult NoSuchPractice() =>
        Problems.NotFound("noSuchPractice", "There is no such practice call of this recording. Somebody may have removed it.");

    public static ProblemHttpResult NotChecked() =>
        Problems.Problem("notChecked", StatusCodes.Status409Conflict, "Check first that nothing in it tells who the caller was. Then it can be given to somebody.");

    public static ProblemHttpResult NoSuchAction() => Problems.NotFound("noSuchAction", "There is no such action. A coach may have removed it.");

    public static ProblemHttpResult NoSuchCalibration() =>
        Problems.NotFound("noSuchCalibration", "There is no such calibration in your organisation, or no such recording in it.");

    public static ProblemHttpResult NoSuchLine() =>
        Problems.NotFound("noSuchLine", "There is no such line in this recording. Load the page again.");

    public static ProblemHttpResult OnHold() =>
        Problems.Problem("onHold", StatusCodes.Status409Conflict, "This recording is on hold and must not be removed. An administrator can let it go.");

    public static ProblemHttpResult DiskFull() => Problems.Problem("diskFull", StatusCodes.Status507InsufficientStorage,
        "The server's disk has no room for this recording. Tell your administrator; what has arrived is kept, and the upload can go on later.");
}
