using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Accounts;

public sealed record AcceptInvitation(Guid PersonId, string Token, string Password);

/// <summary>Sets the password that the invited person chose, and signs them in. The invitation is spent with it.</summary>
public sealed class AcceptInvitationHandler(Sessions sessions, UserManager<User> users)
{
    public async Task<Results<Ok<SessionUser>, ProblemHttpResult>> HandleAsync(AcceptInvitation request, HttpContext http, CancellationToken cancellationToken)
    {
        var user = await sessions.FindAsync(user => user.Id == request.PersonId, cancellationToken);
        if (user is null || request.Token is not { Length: > 0 and <= 2000 })
        {
            return Expired;
        }
        var set = await users.ResetPasswordAsync(user, request.Token, request.Password ?? "");
        if (!set.Succeeded)
        {
            return set.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? Expired : NewPeople.Refused(set);
        }
        await users.SetLockoutEndDateAsync(user, null);
        return TypedResults.Ok(await sessions.StartAsync(http, user, cancellationToken));
    }

    private static ProblemHttpResult Expired => Problems.Problem("invitationOver", StatusCodes.Status401Unauthorized,
        "This invitation has been used or has run out. Ask your administrator for a new one.");
}
