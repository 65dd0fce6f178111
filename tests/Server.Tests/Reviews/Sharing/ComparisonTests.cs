using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>A practice call beside the moment that it was made of, as the person who took the real call sees it.</summary>
public sealed class ComparisonTests
{
    private static readonly string[] Said = ["thank you for calling", "my name is dana fowler i am so worried about my bill", "you need to calm down"];

    [FfmpegFact]
    public async Task Practice_IsComparedWithTheRealCall_ForWhoTookIt_AsLongAsItIsShared()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        using var begun = await room.Coach.PostAsync($"/api/reviews/{id}/practices", new BeginPractice(3));
        var practice = await TestBrowser.ReadAsync<MomentPractice>(begun);
        var address = $"/api/reviews/{id}/practices/{practice.Id}";
        using var saved = await room.Coach.Http.PutAsJsonAsync(address, new SavePractice(practice.Draft, Checked: true), Json.Options);
        foreach (var person in (TestBrowser[])[maya, tom])
        {
            using var given = await room.Coach.PostAsync($"{address}/assignments", new AssignPractice(person.User.Id, null));
            await CallAsync(room, person, practice.ScenarioId);
        }

        using var before = await maya.Http.GetAsync($"/api/my-reviews/practices/{practice.Id}");
        using var shared = await room.Coach.Http.PutAsJsonAsync($"/api/reviews/{id}/share", new ShareReview(maya.User.Id, "", false, []), Json.Options);
        var compared = await maya.GetAsync<MomentComparison>($"/api/my-reviews/practices/{practice.Id}");
        var review = await maya.GetAsync<MyReview>($"/api/my-reviews/{id}");
        using var toms = await tom.Http.GetAsync($"/api/my-reviews/practices/{practice.Id}");
        using var takenBack = await room.Coach.Http.DeleteAsync($"/api/reviews/{id}/share");
        using var after = await maya.Http.GetAsync($"/api/my-reviews/practices/{practice.Id}");

        Assert.Equal((HttpStatusCode.NotFound, "notShared"), await TestBrowser.ProblemAsync(before));
        Assert.Equal((id, "you need to calm down"), (compared.RecordedCallId, compared.Original.Said));
        Assert.Contains("[name]", compared.CallerSaid, StringComparison.Ordinal);
        Assert.Equal("Maya Lindqvist", Assert.Single(compared.Attempts).TraineeName);
        Assert.Contains("worried", compared.Attempts[0].Reply!.Heard, StringComparison.Ordinal);
        Assert.Equal(practice.ScenarioId, Assert.Single(review.Practices).ScenarioId);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (toms.StatusCode, after.StatusCode));
    }

    private static async Task CallAsync(ReviewRoom room, TestBrowser person, string scenarioId)
    {
        await using var call = await CallClient.ConnectAsync(person);
        await call.StartAsync(scenarioId);
        await call.UntilAsync<UtteranceSpoken>(line => line.Party == Party.Patient);
        await call.SayAsync("I can hear how worried you are about that bill. Let me look into it right now.");
        await call.UntilAsync<UtteranceUnderstood>();
        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        await room.Server.WhenStoredAsync(call.Id);
    }
}
