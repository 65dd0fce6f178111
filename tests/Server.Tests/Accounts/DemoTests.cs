using System.Net;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class DemoTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [ServerFact]
    public async Task DemoAccount_InDevelopment_SignsInWithOneClick()
    {
        using var browser = await shared.Server.SignInAsync(Role.Supervisor);

        var session = await browser.GetAsync<SessionInfo>("/api/session");

        Assert.Equal("Ruth Castellano", session.User?.DisplayName);
        Assert.Equal([Role.Supervisor], session.User!.Roles);
        Assert.False(session.SetupNeeded);
    }

    [ServerFact]
    public async Task DemoAccounts_OneForEachRole_AndNoneOfTheOtherClinic_AreListed()
    {
        using var browser = shared.Server.OpenBrowser();

        var listed = (await browser.GetAsync<SessionInfo>("/api/session")).DemoAccounts;

        Assert.Equal(Enum.GetValues<Role>(), listed.Select(account => account.Role).Distinct().Order());
        Assert.DoesNotContain(listed, account => account.Email.EndsWith("@hillcrest.example", StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task DemoAccount_CannotSignInWithAPassword()
    {
        using var browser = shared.Server.OpenBrowser();

        using var response = await browser.PostAsync("/api/session", new SignIn("sam@riverside.example", "demo demo demo"));

        Assert.Equal((HttpStatusCode.Unauthorized, "wrongPassword"), await TestBrowser.ProblemAsync(response));
    }

    [ServerFact]
    public async Task Production_HasNoDemoAccounts_AndNoDoorForThem()
    {
        using var server = TrainingServer.Start(new() { Environment = "Production" });
        using var browser = server.OpenBrowser();

        using var door = await browser.PostAsync("/api/session/demo", new DemoSignIn("maya@riverside.example"));

        Assert.Equal((HttpStatusCode.NotFound, "notFound"), await TestBrowser.ProblemAsync(door));
        Assert.Empty((await browser.GetAsync<SessionInfo>("/api/session")).DemoAccounts);
        await using var db = server.Store.Databases.Create(Guid.Empty);
        Assert.False(await db.Users.IgnoreQueryFilters().AnyAsync());
    }

    [ServerFact]
    public void Production_OnADevelopmentDatabase_DoesNotStart_AndSaysWhatToDo()
    {
        using var store = TestStore.Create();
        TrainingServer.Start(new() { Store = store }).Dispose();

        var refusal = Assert.Throws<InvalidOperationException>(() => TrainingServer.Start(new() { Store = store, Environment = "Production" }));

        Assert.Contains("Data:Folder", refusal.Message, StringComparison.Ordinal);
    }
}
