using System.Net;
using System.Text.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace RealtimeTraining.Server.Tests.Scenarios;

public sealed class ScenarioEndpointTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [ServerFact]
    public async Task TheList_ShowsAllEightToSomebodyWhoNeverPlayed()
    {
        using var browser = await shared.Server.SignInAsync(Role.Coach);

        var cards = await browser.GetAsync<IReadOnlyList<ScenarioCard>>("/api/scenarios");

        Assert.Equal(BuiltIn.All.Select(scenario => scenario.Id).Order(), cards.Select(card => card.Id).Order());
        Assert.All(cards, card => Assert.Equal((0, null, null), (card.Attempts, card.BestScore, card.BestLetter)));
        Assert.All(cards, card => Assert.InRange(card.ExpectedMinutes, 2, 10));
    }

    [ServerFact]
    public async Task TheList_ShowsOwnAttemptsAndBestScore_AndNobodyElses()
    {
        using var server = TrainingServer.Start();
        using var trainee = await server.SignInAsync(Role.Trainee);
        using var coach = await server.SignInAsync(Role.Coach);
        await PlayedAsync(server, trainee.User.Id, (CallStatus.Ended, 71), (CallStatus.Ended, 84), (CallStatus.Ended, null), (CallStatus.Interrupted, null));
        await PlayedAsync(server, coach.User.Id, (CallStatus.Ended, 99));

        var cards = await trainee.GetAsync<IReadOnlyList<ScenarioCard>>("/api/scenarios");
        var briefing = await trainee.GetAsync<ScenarioBriefing>("/api/scenarios/antacid-refill");

        var card = cards.Single(card => card.Id == "antacid-refill");
        Assert.Equal((3, 84, "B"), (card.Attempts, card.BestScore, card.BestLetter));
        Assert.Equal(card, briefing.Card);
        Assert.All(cards.Where(other => other.Id != card.Id), other => Assert.Equal(0, other.Attempts));
    }

    [ServerFact]
    public async Task TheBriefing_TellsTheSituationAndWhatCounts()
    {
        using var browser = await shared.Server.SignInAsync(Role.Trainee);

        var briefing = await browser.GetAsync<ScenarioBriefing>("/api/scenarios/visit-before-a-trip");

        var scenario = BuiltIn.Get("visit-before-a-trip");
        Assert.Equal(scenario.Situation, briefing.Situation);
        Assert.Equal(scenario.Outcomes.Select(outcome => outcome.Text), briefing.DoneWhen);
        Assert.Equal(scenario.Script.Phases.Select(phase => phase.Id), briefing.Phases.Select(phase => phase.Id));
    }

    [ServerTheory]
    [InlineData("no-such-scenario")]
    [InlineData("..%2F..%2Fappsettings")]
    [InlineData("%3Cscript%3E")]
    public async Task AScenarioThatIsNotThere_IsNotFoundWithItsCode(string id)
    {
        using var browser = await shared.Server.SignInAsync(Role.Trainee);

        using var response = await browser.Http.GetAsync($"/api/scenarios/{id}");

        Assert.Equal((HttpStatusCode.NotFound, "scenarioNotFound"), await TestBrowser.ProblemAsync(response));
    }

    [ServerFact]
    public async Task ProblemsOfFiles_AreForAdministrators()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "late.yaml"), "id: late\ntitel: Late\n");
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = new Dictionary<string, string?> { ["Scenarios:Folder"] = folder.Path } });
        using var administrator = await server.SignInAsync(Role.Administrator);
        using var trainee = await server.SignInAsync(Role.Trainee);

        var problems = await administrator.GetAsync<IReadOnlyList<ScenarioProblem>>("/api/scenarios/problems");
        using var refused = await trainee.Http.GetAsync("/api/scenarios/problems");

        Assert.Contains(problems, problem => problem is { File: "late.yaml", Line: 2, Column: 1 } && problem.Reason.Contains("did you mean 'title'?", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(8, (await trainee.GetAsync<IReadOnlyList<ScenarioCard>>("/api/scenarios")).Count);
    }

    [ServerTheory]
    [InlineData("/api/scenarios")]
    [InlineData("/api/scenarios/antacid-refill")]
    [InlineData("/api/scenarios/problems")]
    public async Task NobodySignedIn_SeesNothing(string path)
    {
        using var browser = shared.Server.OpenBrowser();

        using var response = await browser.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task PlayedAsync(TrainingServer server, Guid traineeId, params (CallStatus Status, int? Overall)[] calls)
    {
        var scenario = BuiltIn.Get("antacid-refill");
        await using var db = server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);
        foreach (var (status, overall) in calls)
        {
            db.Calls.Add(new CallRow
            {
                Id = Guid.CreateVersion7(), TraineeId = traineeId, ScenarioId = scenario.Id, ScenarioJson = JsonSerializer.Serialize(scenario, Json.Options),
                ScenarioTitle = scenario.Title, ScenarioType = scenario.Type, PatientName = scenario.Patient.Name, Difficulty = scenario.Difficulty, Seed = 1,
                StartedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), Status = status, Overall = overall,
            });
        }
        await db.SaveChangesAsync();
    }
}
