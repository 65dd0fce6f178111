using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Writes down who did what with a recorded call. Scoped.</summary>
public sealed class ReviewAudit(TrainingDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>A page that is loaded again, and a sound that is loaded piece by piece, are one deed.</summary>
    public static readonly TimeSpan SameDeed = TimeSpan.FromMinutes(10);

    /// <summary>Kept with the next saving, so that a deed and its line are kept together or not at all.</summary>
    public void Note(Guid callId, ReviewDeed deed) => db.Add(new ReviewAuditRow
    {
        Id = Guid.CreateVersion7(),
        At = time.GetUtcNow(),
        PersonId = user.UserId,
        PersonName = user.DisplayName,
        Deed = deed,
        RecordedCallId = callId,
    });

    /// <summary>Written at once, before anything is shown; not again when the same person does the same within ten minutes.</summary>
    public async Task NoteOnceAsync(Guid callId, ReviewDeed deed, CancellationToken cancellationToken)
    {
        var (person, since) = (user.UserId, time.GetUtcNow() - SameDeed);
        if (!await db.ReviewAudit.AnyAsync(line => line.RecordedCallId == callId && line.PersonId == person && line.Deed == deed && line.At > since, cancellationToken))
        {
            Note(callId, deed);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
