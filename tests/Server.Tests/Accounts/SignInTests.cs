using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class SignInTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Email = "nora@riverside.example";
    private const string Password = "seven grey herons";

    [ServerFact]
    public async Task RightPassword_StartsASession_AndSigningOutEndsIt()
    {
        using var server = TrainingServer.Start();
        await server.AddPersonAsync(Email, Password);
        using var browser = server.OpenBrowser();

        await browser.SignInAsync("/api/session", new SignIn(" Nora@riverside.example ", Password));
        var signedIn = await browser.GetAsync<SessionInfo>("/api/session");
        using var signOut = await browser.Http.DeleteAsync("/api/session");

        Assert.Equal("Riverside Family Practice", signedIn.User?.TenantName);
        Assert.Null((await browser.GetAsync<SessionInfo>("/api/session")).User);
    }

    [ServerFact]
    public async Task WrongPassword_AndUnknownAddress_GetTheSameAnswer()
    {
        using var server = TrainingServer.Start();
        await server.AddPersonAsync(Email, Password);
        using var browser = server.OpenBrowser();

        using var wrong = await browser.PostAsync("/api/session", new SignIn(Email, "not it at all"));
        using var unknown = await browser.PostAsync("/api/session", new SignIn("nobody@riverside.example", Password));

        Assert.Equal((HttpStatusCode.Unauthorized, "wrongPassword"), await TestBrowser.ProblemAsync(wrong));
        Assert.Equal((HttpStatusCode.Unauthorized, "wrongPassword"), await TestBrowser.ProblemAsync(unknown));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [ServerFact]
    public async Task FiveWrongPasswords_LockThePersonOut_EvenWithTheRightOne()
    {
        using var server = TrainingServer.Start();
        var user = await server.AddPersonAsync(Email, Password);
        using var browser = server.OpenBrowser();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.PostAsync("/api/session", new SignIn(Email, "not it at all"));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var locked = await browser.PostAsync("/api/session", new SignIn(Email, Password));

        var problem = await TestBrowser.ReadAsync<JsonElement>(locked);
        Assert.Equal("lockedOut", problem.GetProperty("code").GetString());
        Assert.InRange(problem.GetProperty("retryAfterSeconds").GetInt32(), 1, 300);

        await using (var db = server.Store.Databases.Create(user.TenantId))
        {
            (await db.Users.SingleAsync(row => row.Id == user.Id)).LockoutEnd = DateTimeOffset.UnixEpoch;
            await db.SaveChangesAsync();
        }
        await browser.SignInAsync("/api/session", new SignIn(Email, Password));
        Assert.Equal(user.Id, browser.User.Id);
    }

    [ServerFact]
    public async Task TooManyTriesFromOneAddress_AreTurnedAway_WithTheTimeToWait()
    {
        using var server = TrainingServer.Start(new() { Settings = new Dictionary<string, string?> { ["SignIn:TriesPerMinute"] = "3" } });
        using var browser = server.OpenBrowser();
        for (var i = 0; i < 3; i++)
        {
            using var wrong = await browser.PostAsync("/api/session", new SignIn($"a{i}@riverside.example", Password));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var limited = await browser.PostAsync("/api/session", new SignIn(Email, Password));

        Assert.Equal((HttpStatusCode.TooManyRequests, "tooManyTries"), await TestBrowser.ProblemAsync(limited));
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [ServerFact]
    public async Task Cookie_IsOutOfReachOfScriptsAndOtherSites()
    {
        using var browser = shared.Server.OpenBrowser();

        using var response = await browser.PostAsync("/api/session/demo", new DemoSignIn("maya@riverside.example"));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [ServerFact]
    public async Task Session_OutlivesARestartOfTheServer()
    {
        using var store = TestStore.Create();
        using var browser = new HttpClient();
        string cookie;
        using (var server = TrainingServer.Start(new() { Store = store }))
        {
            using var maya = await server.SignInAsync(Role.Trainee);
            cookie = maya.Cookies.GetCookieHeader(server.Address);
        }

        using var again = TrainingServer.Start(new() { Store = store });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(again.Address, "/api/session")) { Headers = { { "Cookie", cookie } } };
        using var response = await browser.SendAsync(request);

        Assert.Equal("Maya Lindqvist", (await TestBrowser.ReadAsync<SessionInfo>(response)).User?.DisplayName);
    }

    [ServerFact]
    public async Task Session_EndsTenHoursAfterItsLastUse()
    {
        var time = new ManualTimeProvider();
        using var server = TrainingServer.Start(new() { Time = time });
        using var browser = await server.SignInAsync(Role.Trainee);

        time.Advance(TimeSpan.FromHours(9));
        Assert.NotNull((await browser.GetAsync<SessionInfo>("/api/session")).User);
        time.Advance(TimeSpan.FromHours(9));
        Assert.NotNull((await browser.GetAsync<SessionInfo>("/api/session")).User);
        time.Advance(TimeSpan.FromHours(11));
        Assert.Null((await browser.GetAsync<SessionInfo>("/api/session")).User);
    }

    [ServerTheory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"email":null,"password":7}""")]
    public async Task BrokenSignIn_IsRefusedWithACode_NotAServerError(string body)
    {
        using var browser = shared.Server.OpenBrowser();

        using var response = await browser.Http.PostAsync("/api/session", new StringContent(body, null, "application/json"));

        var (status, code) = await TestBrowser.ProblemAsync(response);
        Assert.InRange((int)status, 400, 499);
        Assert.True(code is "invalid" or "wrongPassword", code);
    }

    [ServerFact]
    public async Task SignInAsAForm_IsRefused()
    {
        using var browser = shared.Server.OpenBrowser();

        using var response = await browser.Http.PostAsync("/api/session", new FormUrlEncodedContent([new("email", Email), new("password", Password)]));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "notJson"), await TestBrowser.ProblemAsync(response));
    }

    [ServerFact]
    public async Task HugeEmailAndPassword_AreWrong_NotAServerError()
    {
        using var browser = shared.Server.OpenBrowser();

        using var response = await browser.PostAsync("/api/session", new SignIn(new string('a', 100_000), new string('b', 1_000_000)));

        Assert.Equal((HttpStatusCode.Unauthorized, "wrongPassword"), await TestBrowser.ProblemAsync(response));
    }
}
