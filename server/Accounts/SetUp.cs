using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <param name="Code">The one-time setup code that the server printed at its first start.</param>
public sealed record SetUp(string Code, string OrganisationName, string DisplayName, string Email, string Password);

/// <summary>Makes the first organisation and its administrator. The code is spent only when both have been made.</summary>
public sealed class SetUpHandler(SetupCode code, TrainingDb db, CurrentTenant tenant, NewPeople newPeople, Sessions sessions)
{
    public async Task<Results<Ok<SessionUser>, ProblemHttpResult>> HandleAsync(SetUp request, HttpContext http, CancellationToken cancellationToken)
    {
        await code.InUse.WaitAsync(cancellationToken);
        try
        {
            if (!await IsNeededAsync(db, cancellationToken))
            {
                return Problems.Problem("alreadySetUp", StatusCodes.Status409Conflict, "There is an administrator already. Sign in, or ask them for an invitation.");
            }
            if (!code.Matches(request.Code))
            {
                return Problems.Problem("wrongCode", StatusCodes.Status401Unauthorized, "This is not the setup code. It stands in the server's log, printed at its last start.");
            }
            if (string.IsNullOrWhiteSpace(request.OrganisationName) || request.OrganisationName.Length > 200 || request.OrganisationName.Any(char.IsControl))
            {
                return Problems.Invalid("Give the organisation a name of 1 to 200 characters.");
            }
            return NewPeople.Mistake(request.DisplayName, request.Email) is { } mistake
                ? Problems.Invalid(mistake)
                : await MakeAsync(request, http, cancellationToken);
        }
        finally
        {
            code.InUse.Release();
        }
    }

    /// <summary>Whether there is no administrator yet, in any organisation.</summary>
    public static async Task<bool> IsNeededAsync(TrainingDb db, CancellationToken cancellationToken)
    {
        var administrator = Roles.IdOf(Role.Administrator);
        return !await db.UserRoles.AnyAsync(row => row.RoleId == administrator, cancellationToken);
    }

    private async Task<Results<Ok<SessionUser>, ProblemHttpResult>> MakeAsync(SetUp request, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var organisation = new Tenant { Id = Guid.CreateVersion7(), Name = request.OrganisationName.Trim() };
        tenant.Id = organisation.Id;
        db.Tenants.Add(organisation);
        await db.SaveChangesAsync(cancellationToken);
        var user = new User { Id = Guid.CreateVersion7(), UserName = request.Email, Email = request.Email, DisplayName = request.DisplayName.Trim() };
        var made = await newPeople.AddAsync(user, request.Password ?? "", [Role.Administrator, Role.Coach, Role.Trainee], cancellationToken);
        if (!made.Succeeded)
        {
            return NewPeople.Refused(made);
        }
        await transaction.CommitAsync(cancellationToken);
        code.Consume();
        return TypedResults.Ok(await sessions.StartAsync(http, user, cancellationToken));
    }
}
