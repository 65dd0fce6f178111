using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Accounts;

public sealed record InvitePerson(string DisplayName, string Email, IReadOnlyList<Role> Roles);

/// <param name="Token">Works once, in <c>POST /api/session/invitation</c> together with the person's id. Shown only here.</param>
public sealed record Invitation(Person Person, string Token, DateTimeOffset ValidUntil);

/// <summary>Adds somebody to the administrator's organisation, or gives them a new way in. There is no mail: the administrator hands the link on.</summary>
public sealed class InvitePersonHandler(
    NewPeople newPeople, UserManager<User> users, IOptions<DataProtectionTokenProviderOptions> tokens, TimeProvider time)
{
    public async Task<Results<Created<Invitation>, ProblemHttpResult>> HandleAsync(InvitePerson request, CancellationToken cancellationToken)
    {
        if (NewPeople.Mistake(request.DisplayName, request.Email) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        if (request.Roles is not { Count: > 0 } || !request.Roles.All(Enum.IsDefined))
        {
            return Problems.Invalid("Give at least one role: trainee, supervisor, coach or administrator.");
        }
        var user = new User { Id = Guid.CreateVersion7(), UserName = request.Email, Email = request.Email, DisplayName = request.DisplayName.Trim() };
        var made = await newPeople.AddAsync(user, password: null, request.Roles, cancellationToken);
        return made.Succeeded
            ? TypedResults.Created($"/api/people/{user.Id}", await InviteAsync(user))
            : NewPeople.Refused(made);
    }

    public async Task<Results<Ok<Invitation>, ProblemHttpResult>> AgainAsync(Guid id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await users.FindByIdAsync(id.ToString()) is { } user
            ? TypedResults.Ok(await InviteAsync(user))
            : Problems.NotFound("noSuchPerson", "There is nobody with this id in your organisation.");
    }

    private async Task<Invitation> InviteAsync(User user)
    {
        var roles = (await users.GetRolesAsync(user)).Select(Enum.Parse<Role>).Order().ToList();
        return new Invitation(
            new Person(user.Id, user.DisplayName, user.Email ?? "", roles, Invited: user.PasswordHash is null),
            await users.GeneratePasswordResetTokenAsync(user),
            time.GetUtcNow() + tokens.Value.TokenLifespan);
    }
}
