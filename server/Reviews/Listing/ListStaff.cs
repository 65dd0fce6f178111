using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

public sealed record StaffMember(Guid Id, string DisplayName);

/// <summary>Who can have taken a call: everybody of the organisation.</summary>
public static class ListStaff
{
    public static async Task<Ok<List<StaffMember>>> HandleAsync(TrainingDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Users.OrderBy(person => person.DisplayName).Select(person => new StaffMember(person.Id, person.DisplayName)).ToListAsync(cancellationToken));
}
