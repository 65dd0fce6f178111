using System.Net.Mail;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <summary>Adds people to the current tenant, with their roles or not at all.</summary>
public sealed class NewPeople(UserManager<User> users, TrainingDb db)
{
    public const string EmailTaken = "emailTaken";

    /// <param name="password">Null: the person cannot sign in with a password until an invitation sets one.</param>
    public async Task<IdentityResult> AddAsync(User user, string? password, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        if (await IsTakenAsync(user, cancellationToken))
        {
            return Taken;
        }
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            user.EmailConfirmed = true;
            var made = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
            if (made.Succeeded)
            {
                made = await users.AddToRolesAsync(user, roles.Distinct().Select(role => role.ToString()));
            }
            if (made.Succeeded && transaction is not null)
            {
                await transaction.CommitAsync(cancellationToken);
            }
            // Identity looks among the tenant's people too, and may see first whom another request has just added.
            return made.Errors.Any(error => error.Code.StartsWith("Duplicate", StringComparison.Ordinal)) ? Taken : made;
        }
        // Two at once with one address: the unique index decides, and the loser is told what happened.
        catch (DbUpdateException) when (transaction is not null)
        {
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (await IsTakenAsync(user, cancellationToken))
            {
                return Taken;
            }
            throw;
        }
    }

    /// <summary>What is wrong with a name and an address, as a sentence; null: nothing.</summary>
    public static string? Mistake(string? displayName, string? email)
    {
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Length > 100 || displayName.Any(char.IsControl))
        {
            return "Give a name of 1 to 100 characters.";
        }
        return email is { Length: <= 254 } && MailAddress.TryCreate(email, out var address) && address.Address == email
            ? null
            : "Give an email address, such as sam@practice.example.";
    }

    /// <summary>The answer to somebody whose account was not made: <c>emailTaken</c>, <c>weakPassword</c> or <c>invalid</c>.</summary>
    public static ProblemHttpResult Refused(IdentityResult result) => result.Errors.First().Code switch
    {
        EmailTaken => Problems.Problem(EmailTaken, StatusCodes.Status409Conflict, Sentence(result)),
        var code when code.StartsWith("Password", StringComparison.Ordinal) => Problems.Problem("weakPassword", StatusCodes.Status400BadRequest, Sentence(result)),
        _ => Problems.Invalid(Sentence(result)),
    };

    public static string Sentence(IdentityResult result) => string.Join(" ", result.Errors.Select(error => error.Description));

    // Over all tenants: people sign in with the address alone.
    private Task<bool> IsTakenAsync(User user, CancellationToken cancellationToken)
    {
        var name = users.NormalizeName(user.UserName);
        return db.Users.IgnoreQueryFilters().AnyAsync(other => other.NormalizedUserName == name, cancellationToken);
    }

    private static IdentityResult Taken => IdentityResult.Failed(new IdentityError
    {
        Code = EmailTaken,
        Description = "Somebody with this email address is already there.",
    });
}
