using Microsoft.AspNetCore.Identity;

namespace RealtimeTraining.Server.Accounts;

/// <summary>What length and variety alone do not see: a password that is the person's own name, or a whole document.</summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(password switch
    {
        { Length: > SignInHandler.LongestPassword } => Refuse("PasswordTooLong", $"Choose a password of at most {SignInHandler.LongestPassword} characters."),
        { } when Own(user).Any(own => password.Contains(own, StringComparison.OrdinalIgnoreCase)) =>
            Refuse("PasswordHasName", "Choose a password without your name or email address."),
        _ => IdentityResult.Success,
    });

    private static IEnumerable<string> Own(User user) =>
        new[] { user.Email, user.Email?.Split('@')[0], user.DisplayName }.Where(own => own is { Length: >= 4 })!;

    private static IdentityResult Refuse(string code, string description) =>
        IdentityResult.Failed(new IdentityError { Code = code, Description = description });
}
