using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The sound of a call that was shared with who asks; always silent where somebody says who they are.</summary>
public static class GetMySound
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, SharedReviews shared, TrainingDb db, ReviewFolder folder, RecordingVault vault, ReviewAudit audit, HttpContext context, CancellationToken cancellationToken) =>
        await shared.FindMineAsync(id, cancellationToken) is null
            ? ReviewProblems.NotShared()
            : await GetSound.HandleAsync(id, reveal: false, db, folder, vault, audit, context, cancellationToken);
}
