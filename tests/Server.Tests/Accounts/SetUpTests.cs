using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed partial class SetUpTests
{
    private static readonly TrainingServerOptions Production = new()
    {
        Environment = "Production",
        Settings = new Dictionary<string, string?> { ["SignIn:SetupTriesPerMinute"] = "1000" },
    };

    [ServerFact]
    public async Task SetupCode_MakesTheFirstAdministrator_AndWorksOnce()
    {
        using var server = TrainingServer.Start(Production);
        using var browser = server.OpenBrowser();
        var request = Request(PrintedCode(server));
        Assert.True((await browser.GetAsync<SessionInfo>("/api/session")).SetupNeeded);

        await browser.SignInAsync("/api/session/setup", request with { Code = request.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) });
        using var again = await server.OpenBrowser().PostAsync("/api/session/setup", request with { Email = "second@practice.example" });

        Assert.Contains(Role.Administrator, browser.User.Roles);
        Assert.Equal("Northside Dental", browser.User.TenantName);
        Assert.Equal((HttpStatusCode.Conflict, "alreadySetUp"), await TestBrowser.ProblemAsync(again));
        Assert.False((await server.OpenBrowser().GetAsync<SessionInfo>("/api/session")).SetupNeeded);
    }

    [ServerFact]
    public async Task SetupCode_UsedByManyAtOnce_MakesOneAdministrator()
    {
        using var server = TrainingServer.Start(Production);
        var code = PrintedCode(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var browser = server.OpenBrowser();
            using var response = await browser.PostAsync("/api/session/setup", Request(code) with { Email = $"a{i}@practice.example" });
            return response.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(status => status == HttpStatusCode.Conflict));
        await using var db = server.Store.Databases.Create(Guid.Empty);
        Assert.Equal(1, await db.Tenants.IgnoreQueryFilters().CountAsync());
    }

    [ServerFact]
    public async Task WeakPassword_IsRefused_AndTheCodeStillWorks()
    {
        using var server = TrainingServer.Start(Production);
        using var browser = server.OpenBrowser();
        var request = Request(PrintedCode(server));

        using var tooShort = await browser.PostAsync("/api/session/setup", request with { Password = "short" });
        using var ownName = await browser.PostAsync("/api/session/setup", request with { Password = "alex.moreau 2026" });

        Assert.Equal((HttpStatusCode.BadRequest, "weakPassword"), await TestBrowser.ProblemAsync(tooShort));
        Assert.Equal((HttpStatusCode.BadRequest, "weakPassword"), await TestBrowser.ProblemAsync(ownName));
        await browser.SignInAsync("/api/session/setup", request);
        Assert.Equal("Alex Moreau", browser.User.DisplayName);
    }

    [ServerFact]
    public async Task WrongCode_IsRefused_AndTooManyAreTurnedAway()
    {
        using var server = TrainingServer.Start(new() { Environment = "Production" });
        using var browser = server.OpenBrowser();

        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.PostAsync("/api/session/setup", Request("0000-0000-0000-000" + i));
            Assert.Equal((HttpStatusCode.Unauthorized, "wrongCode"), await TestBrowser.ProblemAsync(wrong));
        }
        using var limited = await browser.PostAsync("/api/session/setup", Request(PrintedCode(server)));

        Assert.Equal((HttpStatusCode.TooManyRequests, "tooManyTries"), await TestBrowser.ProblemAsync(limited));
    }

    [ServerFact]
    public async Task EachStart_PrintsANewCode_UntilThereIsAnAdministrator()
    {
        using var store = TestStore.Create();
        string first;
        using (var server = TrainingServer.Start(Production with { Store = store }))
        {
            first = PrintedCode(server);
        }
        using (var server = TrainingServer.Start(Production with { Store = store }))
        {
            using var browser = server.OpenBrowser();
            using var old = await browser.PostAsync("/api/session/setup", Request(first));
            Assert.Equal((HttpStatusCode.Unauthorized, "wrongCode"), await TestBrowser.ProblemAsync(old));
            await browser.SignInAsync("/api/session/setup", Request(PrintedCode(server)));
        }

        using var third = TrainingServer.Start(Production with { Store = store });

        Assert.DoesNotContain(third.Log.Lines, line => Code().IsMatch(line.Text));
    }

    private static SetUp Request(string code) => new(code, "Northside Dental", "Alex Moreau", "alex.moreau@practice.example", "seven grey herons");

    private static string PrintedCode(TrainingServer server) => server.Log.Lines.Select(line => Code().Match(line.Text)).Single(match => match.Success).Value;

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}")]
    private static partial Regex Code();
}
