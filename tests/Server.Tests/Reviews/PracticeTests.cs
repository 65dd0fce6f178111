using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>A moment of a recorded call on its way to somebody's practice.</summary>
public sealed class PracticeTests
{
    private static readonly string[] Said = ["thank you for calling", "my name is dana fowler i am so worried about my bill", "you need to calm down"];

    [FfmpegFact]
    public async Task Moment_BecomesADraft_WithNothingOfTheCallerButTheWords()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        using var response = await room.Coach.PostAsync($"/api/reviews/{review.Id}/practices", new BeginPractice(2));
        var text = await response.Content.ReadAsStringAsync();
        using var again = await room.Coach.PostAsync($"/api/reviews/{review.Id}/practices", new BeginPractice(2));
        var practice = await TestBrowser.ReadAsync<MomentPractice>(again);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("dana", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fowler", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"my name is {practice.Draft.PatientName} i am so worried about my bill", Assert.Single(practice.Draft.Opening), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((DraftMood.Worried, ScenarioType.BillingInquiry, TraineeAct.AcknowledgeFeeling), (practice.Draft.Mood, practice.Draft.Type, practice.Draft.Needed));
        Assert.Equal(("you need to calm down", null), (practice.Original.Said, practice.Original.Heard));
        Assert.Null(practice.CheckedBy);
        // Sealed as the lines are.
        Assert.Equal(practice.Id, Assert.Single(await room.Coach.GetAsync<List<PracticeListed>>($"/api/reviews/{review.Id}/practices")).Id);
        Assert.DoesNotContain("worried", await DatabaseTextAsync(room), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task Draft_IsPractisedByWhoItWasGivenTo_OnceItWasChecked_AndComparedWithTheRealCall()
    {
        using var room = await OpenAsync();
        using var trainee = await room.Server.SignInAsync(Role.Trainee);
        using var supervisor = await room.Server.SignInAsync(Role.Supervisor);
        var (address, practice) = await BeginAsync(room);
        var give = new AssignPractice(trainee.User.Id, null);

        using var early = await room.Coach.PostAsync($"{address}/assignments", give);
        using var saved = await SaveAsync(room, address, new SavePractice(practice.Draft with { Title = "The worried bill" }, Checked: true));
        using var given = await room.Coach.PostAsync($"{address}/assignments", give);
        var cards = await trainee.GetAsync<List<ScenarioCard>>("/api/scenarios");
        using var unseen = await supervisor.Http.GetAsync($"/api/scenarios/{practice.ScenarioId}");
        await using (var call = await CallClient.ConnectAsync(trainee))
        {
            await call.StartAsync(practice.ScenarioId);
            await call.UntilAsync<UtteranceSpoken>(line => line.Party == Party.Patient);
            await call.SayAsync("I can hear how worried you are about that bill. Let me look into it right now.");
            await call.UntilAsync<UtteranceUnderstood>();
            await call.EndAsync();
            await call.UntilAsync<CallEnded>();
            await room.Server.WhenStoredAsync(call.Id);
        }
        var compared = await room.Coach.GetAsync<MomentPractice>(address);

        Assert.Equal((HttpStatusCode.Conflict, "notChecked"), await TestBrowser.ProblemAsync(early));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (saved.StatusCode, given.StatusCode));
        Assert.Equal((practice.ScenarioId, "The worried bill", "Priya Nair"), (cards[0].Id, cards[0].Title, cards[0].Assignment?.By));
        Assert.Equal((HttpStatusCode.NotFound, "scenarioNotFound"), await TestBrowser.ProblemAsync(unseen));
        var attempt = Assert.Single(compared.Attempts);
        Assert.Equal("Maya Lindqvist", attempt.TraineeName);
        Assert.Contains("worried", attempt.Reply!.Heard, StringComparison.Ordinal);
        Assert.Null(compared.Original.Heard);
    }

    [FfmpegFact]
    public async Task Draft_ThatNoPatientCanBeMadeOf_IsRefused_WithTheReason()
    {
        using var room = await OpenAsync();
        var (address, practice) = await BeginAsync(room);

        using var empty = await SaveAsync(room, address, new SavePractice(practice.Draft with { Opening = [] }, Checked: true));
        using var markup = await SaveAsync(room, address, new SavePractice(practice.Draft with { Situation = "<b>Call</b>" }, Checked: true));
        using var slot = await SaveAsync(room, address, new SavePractice(practice.Draft with { Opening = ["Hello {name}"] }, Checked: true));

        foreach (var refused in (HttpResponseMessage[])[empty, markup, slot])
        {
            Assert.Equal((HttpStatusCode.BadRequest, "draftInvalid"), await TestBrowser.ProblemAsync(refused));
        }
    }

    [FfmpegFact]
    public async Task RemovedRecording_TakesItsDraftsAlong_AndLeavesWhatWasCheckedToThoseWhoPractise()
    {
        using var room = await OpenAsync();
        var (address, practice) = await BeginAsync(room);
        using var saved = await SaveAsync(room, address, new SavePractice(practice.Draft, Checked: true));

        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{practice.RecordedCallId}");

        await using var db = room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);
        Assert.Empty(await db.MomentPractices.ToListAsync());
        Assert.Equal(practice.ScenarioId, (await db.OwnScenarios.SingleAsync()).Id);
    }

    [FfmpegFact]
    public async Task RemovedPractice_IsTakenFromTheLobby()
    {
        using var room = await OpenAsync();
        var (address, practice) = await BeginAsync(room);
        using var saved = await SaveAsync(room, address, new SavePractice(practice.Draft, Checked: true));
        var before = await room.Coach.GetAsync<List<ScenarioCard>>("/api/scenarios");

        using var removed = await room.Coach.Http.DeleteAsync(address);
        var after = await room.Coach.GetAsync<List<ScenarioCard>>("/api/scenarios");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Contains(before, card => card.Id == practice.ScenarioId);
        Assert.DoesNotContain(after, card => card.Id == practice.ScenarioId);
    }

    private static Task<ReviewRoom> OpenAsync() => ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });

    private static async Task<(string Address, MomentPractice Practice)> BeginAsync(ReviewRoom room)
    {
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        using var begun = await room.Coach.PostAsync($"/api/reviews/{review.Id}/practices", new BeginPractice(3));
        var practice = await TestBrowser.ReadAsync<MomentPractice>(begun);
        return ($"/api/reviews/{review.Id}/practices/{practice.Id}", practice);
    }

    private static Task<HttpResponseMessage> SaveAsync(ReviewRoom room, string address, SavePractice request) => room.Coach.Http.PutAsJsonAsync(address, request, Json.Options);

    private static async Task<string> DatabaseTextAsync(ReviewRoom room)
    {
        await using var db = room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);
        return string.Concat((await db.MomentPractices.Select(row => row.Sealed).ToListAsync()).Select(System.Text.Encoding.UTF8.GetString));
    }
}
