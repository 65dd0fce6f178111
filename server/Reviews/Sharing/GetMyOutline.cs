using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The outline of a call that was shared with who asks.</summary>
public static class GetMyOutline
{
    public static async Task<Results<Ok<SoundOutline>, ProblemHttpResult>> HandleAsync(
        Guid id, SharedReviews shared, TrainingDb db, ReviewFolder folder, SoundOutlines outlines, CancellationToken cancellationToken) =>
        await shared.FindMineAsync(id, cancellationToken) is null
            ? ReviewProblems.NotShared()
            : await GetOutline.HandleAsync(id, db, folder, outlines, cancellationToken);
}
