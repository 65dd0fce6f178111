using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Finds the person in whose name the files of a folder are taken.</summary>
internal static class FolderOwner
{
    /// <returns>Null where nobody has the address, or they may not upload.</returns>
    public static async Task<User?> FindAsync(TrainingDbFactory databases, string email, CancellationToken cancellationToken)
    {
        await using var all = databases.Create(Guid.Empty);
        var normalised = email.Trim().ToUpperInvariant();
        var (coach, administrator) = (Roles.IdOf(Role.Coach), Roles.IdOf(Role.Administrator));
        return await all.Users.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(person => person.NormalizedEmail == normalised
            && all.UserRoles.Any(has => has.UserId == person.Id && (has.RoleId == coach || has.RoleId == administrator)), cancellationToken);
    }
}
