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
        return await ListCoaches.Of(all).IgnoreQueryFilters().FirstOrDefaultAsync(person => person.NormalizedEmail == normalised, cancellationToken);
    }
}
