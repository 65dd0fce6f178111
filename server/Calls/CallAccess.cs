using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Which stored calls somebody may see: a trainee their own; supervisors, coaches and administrators those of their
/// tenant. Other tenants' calls do not exist for the database context.
/// </summary>
public sealed class CallAccess(TrainingDb db, ICurrentUser user)
{
    public bool SeesAll => user.IsIn(Role.Supervisor) || user.IsIn(Role.Coach) || user.IsIn(Role.Administrator);

    public IQueryable<CallRow> Visible()
    {
        var userId = user.UserId;
        return SeesAll ? db.Calls : db.Calls.Where(call => call.TraineeId == userId);
    }

    public Task<CallRow?> FindAsync(CallId id, CancellationToken cancellationToken) =>
        Visible().FirstOrDefaultAsync(call => call.Id == id.Value, cancellationToken);

    public async Task<string> TraineeNameAsync(CallRow call, CancellationToken cancellationToken) =>
        await db.Users.Where(person => person.Id == call.TraineeId).Select(person => person.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "";
}
