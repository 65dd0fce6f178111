using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class AccessTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [ServerFact]
    public async Task SignedOut_Gets401_AndTheWrongRole403_AsProblemDetails()
    {
        using var nobody = shared.Server.OpenBrowser();
        using var trainee = await shared.Server.SignInAsync(Role.Trainee);

        using var signedOut = await nobody.Http.GetAsync("/api/people");
        using var notAllowed = await trainee.Http.GetAsync("/api/people");

        Assert.Equal((HttpStatusCode.Unauthorized, "signedOut"), await TestBrowser.ProblemAsync(signedOut));
        Assert.Equal((HttpStatusCode.Forbidden, "notAllowed"), await TestBrowser.ProblemAsync(notAllowed));
    }

    [ServerFact]
    public async Task RoleTakenAway_IsGoneWithinMinutes()
    {
        var time = new ManualTimeProvider();
        using var server = TrainingServer.Start(new() { Time = time });
        using var administrator = await server.SignInAsync(Role.Administrator);
        await ChangeAsync(server, administrator.User.Id, (users, user) => users.RemoveFromRoleAsync(user, nameof(Role.Administrator)));

        time.Advance(TimeSpan.FromMinutes(3));
        using var response = await administrator.Http.GetAsync("/api/people");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [ServerFact]
    public async Task ChangedSecurityStamp_ThrowsThePersonOut()
    {
        var time = new ManualTimeProvider();
        using var server = TrainingServer.Start(new() { Time = time });
        using var administrator = await server.SignInAsync(Role.Administrator);
        await ChangeAsync(server, administrator.User.Id, (users, user) => users.UpdateSecurityStampAsync(user));

        time.Advance(TimeSpan.FromMinutes(3));
        using var response = await administrator.Http.GetAsync("/api/people");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [ServerTheory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task AnotherWebSite_CannotChangeAnything(string header, string value)
    {
        using var browser = await shared.Server.SignInAsync(Role.Trainee);
        browser.Http.DefaultRequestHeaders.Add(header, value);

        using var signOut = await browser.Http.DeleteAsync("/api/session");
        using var hub = await browser.Http.PostAsync("/hubs/call/negotiate?negotiateVersion=1", null);

        Assert.Equal((HttpStatusCode.Forbidden, "otherOrigin"), await TestBrowser.ProblemAsync(signOut));
        Assert.Equal((HttpStatusCode.Forbidden, "otherOrigin"), await TestBrowser.ProblemAsync(hub));
        browser.Http.DefaultRequestHeaders.Remove(header);
        Assert.NotNull((await browser.GetAsync<SessionInfo>("/api/session")).User);
    }

    [ServerFact]
    public async Task ItsOwnPages_MayChangeThings()
    {
        using var server = TrainingServer.Start(new() { Environment = "Production" });
        using var browser = server.OpenBrowser();
        browser.Http.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));

        using var signOut = await browser.Http.DeleteAsync("/api/session");

        Assert.Equal(HttpStatusCode.NoContent, signOut.StatusCode);
    }

    private static async Task ChangeAsync(TrainingServer server, Guid userId, Func<UserManager<User>, User, Task<IdentityResult>> change)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = DemoAccounts.Riverside;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var result = await change(users, (await users.FindByIdAsync(userId.ToString()))!);
        Assert.True(result.Succeeded);
    }
}
