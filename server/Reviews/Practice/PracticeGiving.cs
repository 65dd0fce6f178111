using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Gives a practice call to somebody; given again, only the day changes.</summary>
internal static class PracticeGiving
{
    /// <summary>Saving is the caller's.</summary>
    public static async Task GiveAsync(
        TrainingDb db, ICurrentUser user, string scenarioId, Guid personId, DateTimeOffset? dueAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Assignments.FirstOrDefaultAsync(row => row.ScenarioId == scenarioId && row.PersonId == personId, cancellationToken) is not { } given)
        {
            given = new AssignmentRow { Id = Guid.CreateVersion7(), ScenarioId = scenarioId, PersonId = personId, AssignedBy = user.UserId, AssignedByName = "", AssignedAt = now };
            db.Add(given);
        }
        (given.AssignedBy, given.AssignedByName, given.AssignedAt, given.DueAt) = (user.UserId, user.DisplayName, now, dueAt);
    }
}
