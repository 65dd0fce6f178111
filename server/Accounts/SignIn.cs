using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Accounts;

public sealed record SignIn(string Email, string Password);

public sealed class SignInHandler(Sessions sessions, SignInManager<User> signIn, IPasswordHasher<User> hasher, TimeProvider time)
{
    internal const int LongestPassword = 256;

    private static readonly User Nobody = new();

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    public async Task<Results<Ok<SessionUser>, ProblemHttpResult>> HandleAsync(SignIn request, HttpContext http, CancellationToken cancellationToken)
    {
        if (request.Email is not { Length: > 0 and <= 254 } || request.Password is not { Length: > 0 and <= LongestPassword })
        {
            return WrongPassword;
        }
        var name = signIn.UserManager.NormalizeName(request.Email.Trim());
        var user = await sessions.FindAsync(user => user.NormalizedUserName == name, cancellationToken);
        if (user is null)
        {
            // As slow as a wrong password, so that the time does not tell which addresses are known.
            hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, request.Password);
            return WrongPassword;
        }
        var result = await signIn.CheckPasswordSignInAsync(user, request.Password, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling((user.LockoutEnd!.Value - time.GetUtcNow()).TotalSeconds));
            return Problems.Problem("lockedOut", StatusCodes.Status401Unauthorized,
                $"Too many wrong passwords. Try again in {(seconds + 59) / 60} min.", "retryAfterSeconds", seconds);
        }
        return result.Succeeded ? TypedResults.Ok(await sessions.StartAsync(http, user, cancellationToken)) : WrongPassword;
    }

    private static ProblemHttpResult WrongPassword =>
        Problems.Problem("wrongPassword", StatusCodes.Status401Unauthorized, "The email address or the password is wrong.");
}
