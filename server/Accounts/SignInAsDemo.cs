using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Accounts;

public sealed record DemoSignIn(string Email);

/// <summary>One click, no password. Mapped in Development only.</summary>
public sealed class SignInAsDemoHandler(Sessions sessions)
{
    public async Task<Results<Ok<SessionUser>, ProblemHttpResult>> HandleAsync(DemoSignIn request, HttpContext http, CancellationToken cancellationToken)
    {
        var person = DemoAccounts.People.FirstOrDefault(person => string.Equals(person.Account.Email, request.Email, StringComparison.OrdinalIgnoreCase));
        return person is not null && await sessions.FindAsync(user => user.Id == person.Id, cancellationToken) is { } user
            ? TypedResults.Ok(await sessions.StartAsync(http, user, cancellationToken))
            : Problems.NotFound("noSuchDemoAccount", "There is no demo account with this address.");
    }
}
