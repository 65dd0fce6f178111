using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>The server as people run it, except that more may sign in than do in an office.</summary>
public static class MeasuredServer
{
    public static (string Name, string Value)[] Settings { get; } = [("SignIn:TriesPerMinute", "10000")];

    /// <summary>Which engines run, by the names that reports use.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> EnginesAsync(Uri server)
    {
        using var browser = new TestBrowser(server);
        await browser.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed[0].Email));
        var choices = await browser.GetAsync<IReadOnlyList<EngineChoice>>("/api/engines");
        string Running(EngineRole role) => choices.FirstOrDefault(choice => choice.Role == role)?.Running ?? "none";
        return new Dictionary<string, string>
        {
            ["recogniser"] = Running(EngineRole.Recogniser),
            ["voice"] = Running(EngineRole.Voice),
            ["patient"] = Running(EngineRole.PatientWords),
            ["transport"] = "hub",
        };
    }
}
