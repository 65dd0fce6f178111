using System.Net;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    [ServerFact]
    public async Task Progress_IsForThoseWhoAreSignedIn()
    {
        using var server = TrainingServer.Start();
        using var browser = server.OpenBrowser();
        using var response = await browser.Http.GetAsync("/api/progress");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [ServerFact]
    public async Task SomebodyNew_IsToldWhereToBegin()
    {
        using var server = TrainingServer.Start();
        using var browser = await server.SignInAsync(Role.Trainee);
        var progress = await browser.GetAsync<Progress>("/api/progress");
        Assert.Equal(6, progress.Categories.Count);
        Assert.All(progress.Categories, c => Assert.Equal(TrendDirection.NotEnough, c.Direction));
        Assert.Empty(progress.Overall);
        Assert.Empty(progress.Unfinished);
        Assert.NotNull(progress.Next);
    }

    [ServerFact]
    public async Task Progress_ShowsOnesOwnCallsInOrderAndNobodyElses()
    {
        using var server = TrainingServer.Start();
        using var browser = await server.SignInAsync(Role.Trainee);
        var other = await server.AddPersonAsync("nora@riverside.example", "seven grey herons");
        for (var day = 3; day >= 0; day--)
        {
            await Keep(server, browser.User.Id, Monday.AddDays(day), day switch { 0 => GoldenCalls.Rude(), 1 => GoldenCalls.Cold(), _ => GoldenCalls.Good() });
        }
        await Keep(server, other.Id, Monday.AddDays(5), GoldenCalls.Rude());
        await Interrupt(server, browser.User.Id, Monday.AddDays(6));

        var progress = await browser.GetAsync<Progress>("/api/progress");

        Assert.Equal(4, progress.Overall.Count);
        Assert.Equal(progress.Overall.OrderBy(p => p.At), progress.Overall);
        Assert.True(progress.Overall[0].Score < progress.Overall[^1].Score);
        Assert.Equal(TrendDirection.Improving, progress.Categories.Single(c => c.Category == ScoringCategory.Empathy).Direction);
        Assert.Contains("Your weakest is", progress.Next?.Why, StringComparison.Ordinal);
        var unfinished = Assert.Single(progress.Unfinished);
        Assert.True(unfinished.CanContinue);
        Assert.Equal(browser.User.DisplayName, unfinished.TraineeName);
    }

    [ServerFact]
    public async Task ADebriefWrittenAgain_ReplacesTheOneBefore()
    {
        using var store = TestStore.Create();
        await store.MigrateAsync();
        var trainee = await store.AddTraineeAsync();
        var row = Row(trainee.Id, Monday, CallStatus.Ended);
        await using (var db = store.Databases.Create(trainee.TenantId))
        {
            db.Calls.Add(row);
            await db.SaveChangesAsync();
            await DebriefKeeper.SaveAsync(db, row, GoldenCalls.Rude().Debrief() with { CallId = new CallId(row.Id) });
        }
        var good = GoldenCalls.Good().Debrief() with { CallId = new CallId(row.Id) };
        await using (var db = store.Databases.Create(trainee.TenantId))
        {
            await DebriefKeeper.SaveAsync(db, db.Calls.Single(), good);
        }
        await using (var db = store.Databases.Create(trainee.TenantId))
        {
            var kept = await DebriefKeeper.FindAsync(db, new CallId(row.Id));
            Assert.Equal(good.Overall, kept?.Overall);
            Assert.Equal(good.Overall, db.Calls.Single().Overall);
            Assert.Equal(good.Outcome.Status, db.Calls.Single().Outcome);
            Assert.Equal(
                good.Categories.Where(c => c.Score is not null).ToDictionary(c => c.Category, c => c.Score!.Value),
                db.CategoryScores.ToDictionary(s => s.Category, s => s.Score));
            Assert.Null(await DebriefKeeper.FindAsync(db, CallId.New()));
        }
    }

    private static async Task Keep(TrainingServer server, Guid trainee, DateTimeOffset at, CallScript call)
    {
        var row = Row(trainee, at, CallStatus.Ended);
        await using var db = server.Store.Databases.Create(DemoAccounts.Riverside);
        db.Calls.Add(row);
        await db.SaveChangesAsync();
        await DebriefKeeper.SaveAsync(db, row, call.Debrief() with { CallId = new CallId(row.Id) });
    }

    private static async Task Interrupt(TrainingServer server, Guid trainee, DateTimeOffset at)
    {
        await using var db = server.Store.Databases.Create(DemoAccounts.Riverside);
        db.Calls.Add(Row(trainee, at, CallStatus.Interrupted));
        await db.SaveChangesAsync();
    }

    private static CallRow Row(Guid trainee, DateTimeOffset at, CallStatus status) => new()
    {
        Id = Guid.CreateVersion7(),
        TraineeId = trainee,
        ScenarioId = "test-results-follow-up",
        ScenarioJson = "{}",
        ScenarioTitle = "Test results",
        ScenarioType = ScenarioType.FollowUp,
        PatientName = "Helen Reed",
        Difficulty = Difficulty.Beginner,
        Seed = 7,
        StartedAt = at,
        Status = status,
        DurationMs = 60_000,
    };
}
