using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

public sealed class ListPeopleHandler(TrainingDb db)
{
    public async Task<Ok<IReadOnlyList<Person>>> HandleAsync(CancellationToken cancellationToken)
    {
        var people = await db.Users.AsNoTracking().OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new { user.Id, user.DisplayName, user.Email, Invited = user.PasswordHash == null })
            .ToListAsync(cancellationToken);
        var roles = (await db.UserRoles.Join(db.Users, row => row.UserId, user => user.Id, (row, _) => new { row.UserId, row.RoleId })
            .ToListAsync(cancellationToken)).ToLookup(row => row.UserId, row => row.RoleId);
        return TypedResults.Ok<IReadOnlyList<Person>>(
            [.. people.Select(person => new Person(person.Id, person.DisplayName, person.Email ?? "", Roles.From(roles[person.Id]), person.Invited))]);
    }
}
