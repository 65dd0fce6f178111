using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>What somebody shall practise until a day.</summary>
public sealed class ActionTests
{
    private static readonly string[] Said = ["thank you for calling", "i am so worried about my bill", "you need to calm down"];

    [FfmpegFact]
    public async Task Action_IsTold_GoesWithItsPracticeCall_AndIsSaidToBeDone()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        var practice = await CheckedPracticeAsync(room, id);

        var set = await SetAsync(room, id, maya.User.Id, "Take up the feeling first.", practice.Id);
        var mine = Assert.Single(await maya.GetAsync<List<ImprovementAction>>("/api/my-reviews/actions"));
        var told = await maya.GetAsync<MyNotice>("/api/my-reviews/notice");
        var cards = await maya.GetAsync<List<ScenarioCard>>("/api/scenarios");
        using var notHis = await tom.PostAsync($"/api/my-reviews/actions/{set.Id}/done", new { });
        using var done = await maya.PostAsync($"/api/my-reviews/actions/{set.Id}/done", new { });
        var after = Assert.Single(await room.Coach.GetAsync<List<ImprovementAction>>($"/api/reviews/actions?recordedCallId={id}"));

        Assert.Equal(("Take up the feeling first.", ActionState.Open, "Priya Nair", practice.ScenarioId), (mine.What, mine.State, mine.SetBy, mine.ScenarioId));
        // Not shared with her, so that it leads her nowhere.
        Assert.Null(mine.RecordedCallId);
        Assert.Equal((1, 0), (told.Actions, told.Overdue));
        Assert.Contains(cards, card => card.Id == practice.ScenarioId && card.Assignment?.DueAt is not null);
        Assert.Equal((HttpStatusCode.NotFound, "noSuchAction"), await TestBrowser.ProblemAsync(notHis));
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal((ActionState.Done, "Maya Lindqvist"), (after.State, after.PersonName));
        Assert.Empty(await tom.GetAsync<List<ImprovementAction>>("/api/my-reviews/actions"));
        Assert.Empty(await room.Coach.GetAsync<List<ImprovementAction>>("/api/reviews/actions?done=false"));
    }

    [FfmpegFact]
    public async Task Action_IsOverdueWhenItsDayHasPassed_AndIsCountedInTheExports()
    {
        using var room = await ReviewRoom.OpenAsync();
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        var set = await SetAsync(room, id, room.Coach.User.Id, "=Say less.", practiceId: null);
        await using (var db = room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside))
        {
            (await db.ImprovementActions.SingleAsync()).DueAt = DateTimeOffset.UtcNow.AddDays(-1);
            await db.SaveChangesAsync();
        }

        var overdue = Assert.Single(await room.Coach.GetAsync<List<ImprovementAction>>("/api/reviews/actions"));
        var table = await room.Coach.Http.GetStringAsync("/api/reviews/actions/export");
        var calls = await room.Coach.Http.GetStringAsync("/api/reviews/export");
        using var review = JsonDocument.Parse(await room.Coach.Http.GetStringAsync($"/api/reviews/{id}/export"));
        using var moved = await room.Coach.Http.PutAsJsonAsync($"/api/reviews/actions/{set.Id}", new ChangeAction("Say less.", DateTimeOffset.UtcNow.AddDays(2), Done: false), Json.Options);

        Assert.Equal(ActionState.Overdue, overdue.State);
        Assert.Contains($"{set.Id},Priya Nair,'=Say less.,overdue,", table, StringComparison.Ordinal);
        Assert.EndsWith(",0,1,1\r\n", calls, StringComparison.Ordinal);
        Assert.Equal("=Say less.", review.RootElement.GetProperty("actions")[0].GetProperty("what").GetString());
        Assert.Equal(ActionState.Open, (await TestBrowser.ReadAsync<ImprovementAction>(moved)).State);
    }

    [FfmpegFact]
    public async Task Action_OutlivesTheRecording_AndIsRemovedByACoachOfItsOwnOrganisationOnly()
    {
        using var room = await ReviewRoom.OpenAsync();
        const string password = "a long enough password";
        await room.Server.AddPersonAsync("owner@hillcrest.example", password, Role.Administrator, DemoAccounts.Hillcrest);
        using var stranger = room.Server.OpenBrowser();
        await stranger.SignInAsync("/api/session", new SignIn("owner@hillcrest.example", password));
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        var set = await SetAsync(room, id, room.Coach.User.Id, "Say less.", practiceId: null);

        using var removedCall = await room.Coach.Http.DeleteAsync($"/api/reviews/{id}");
        using var notTheirs = await stranger.Http.DeleteAsync($"/api/reviews/actions/{set.Id}");
        using var changed = await stranger.Http.PutAsJsonAsync($"/api/reviews/actions/{set.Id}", new ChangeAction("Mine now.", DateTimeOffset.UtcNow.AddDays(2), Done: true), Json.Options);
        var kept = Assert.Single(await room.Coach.GetAsync<List<ImprovementAction>>("/api/reviews/actions"));
        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/actions/{set.Id}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (removedCall.StatusCode, notTheirs.StatusCode, changed.StatusCode));
        Assert.Empty(await stranger.GetAsync<List<ImprovementAction>>("/api/reviews/actions"));
        Assert.Equal(("Say less.", null), (kept.What, kept.RecordedCallId));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [FfmpegFact]
    public async Task WhatCannotBe_IsRefused()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        var (me, soon) = (room.Coach.User.Id, DateTimeOffset.UtcNow.AddDays(3));
        using var begun = await room.Coach.PostAsync($"/api/reviews/{id}/practices", new BeginPractice(3));
        var draft = await TestBrowser.ReadAsync<MomentPractice>(begun);

        foreach (var wrong in (SetAction[])
        [
            new(me, "", soon, null), new(me, new string('x', 1_001), soon, null), new(me, "Say less.", DateTimeOffset.UtcNow.AddDays(-1), null),
            new(me, "Say less.", DateTimeOffset.UtcNow.AddDays(900), null), new(Guid.NewGuid(), "Say less.", soon, null),
        ])
        {
            using var refused = await room.Coach.PostAsync($"/api/reviews/{id}/actions", wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }
        using var notChecked = await room.Coach.PostAsync($"/api/reviews/{id}/actions", new SetAction(me, "Say less.", soon, draft.Id));
        Assert.Equal((HttpStatusCode.Conflict, "notChecked"), await TestBrowser.ProblemAsync(notChecked));
    }

    private static async Task<ImprovementAction> SetAsync(ReviewRoom room, Guid id, Guid personId, string what, Guid? practiceId)
    {
        using var response = await room.Coach.PostAsync($"/api/reviews/{id}/actions", new SetAction(personId, what, DateTimeOffset.UtcNow.AddDays(7), practiceId));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await TestBrowser.ReadAsync<ImprovementAction>(response);
    }

    private static async Task<MomentPractice> CheckedPracticeAsync(ReviewRoom room, Guid id)
    {
        using var begun = await room.Coach.PostAsync($"/api/reviews/{id}/practices", new BeginPractice(3));
        var practice = await TestBrowser.ReadAsync<MomentPractice>(begun);
        using var saved = await room.Coach.Http.PutAsJsonAsync($"/api/reviews/{id}/practices/{practice.Id}", new SavePractice(practice.Draft, Checked: true), Json.Options);
        saved.EnsureSuccessStatusCode();
        return practice;
    }
}
