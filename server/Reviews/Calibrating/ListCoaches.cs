using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Who of the organisation may judge recordings.</summary>
public static class ListCoaches
{
    public static async Task<Ok<List<StaffMember>>> HandleAsync(TrainingDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Of(db).OrderBy(person => person.DisplayName).Select(person => new StaffMember(person.Id, person.DisplayName)).ToListAsync(cancellationToken));

    internal static IQueryable<User> Of(TrainingDb db)
    {
        var (coach, administrator) = (Roles.IdOf(Role.Coach), Roles.IdOf(Role.Administrator));
        return db.Users.AsNoTracking().Where(person => db.UserRoles.Any(row => row.UserId == person.Id && (row.RoleId == coach || row.RoleId == administrator)));
    }
}
