using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>What was entered with a recording is put right after its upload.</summary>
public sealed class FactsTests
{
    private static readonly string[] Said = ["thank you for calling how can i help", "i am so worried about my bills", "you need to calm down"];

    [FfmpegTheory, OnSqlite, OnPostgreSql]
    public async Task WhatWasEntered_IsPutRight_AndListSearchAndAuditFollowAtOnce(string store)
    {
        using var kept = TestStore.Create(store);
        using var room = await ReviewRoom.OpenAsync(kept, new CountingRecogniser { Says = Said });
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided(), staffId: tom.User.Id);
        var taken = new DateTimeOffset(2024, 11, 4, 9, 30, 15, TimeSpan.FromHours(1));

        var changed = await ChangedAsync(room.Coach, review, new CallFacts(maya.User.Id, taken, " Front desk ", ConsentNoted: false));
        await ChangedAsync(administrator, changed, FactsOf(changed) with { ConsentNoted = true });
        await ChangedAsync(administrator, await room.GetAsync(review.Id), FactsOf(changed) with { ConsentNoted = true });

        Assert.Equal((maya.User.Id, "Maya Lindqvist", taken, "Front desk", false), (changed.StaffId, changed.StaffName, changed.TakenAt, changed.Queue, changed.ConsentNoted));
        Assert.True((await room.GetAsync(review.Id)).ConsentNoted);
        var (from, to) = (Uri.EscapeDataString(taken.AddHours(-1).ToString("O")), Uri.EscapeDataString(taken.AddHours(1).ToString("O")));
        Assert.Equal("Maya Lindqvist", Assert.Single((await SearchAsync(room, $"words=worried&staffId={maya.User.Id}&queue=Front+desk&from={from}&to={to}")).Hits).StaffName);
        Assert.Empty((await SearchAsync(room, $"words=worried&staffId={tom.User.Id}")).Hits);
        Assert.Empty((await room.Coach.GetAsync<ReviewPage>($"/api/reviews?staffId={tom.User.Id}")).Reviews);
        Assert.Single((await room.Coach.GetAsync<ReviewPage>($"/api/reviews?staffId={maya.User.Id}&queue=Front+desk")).Reviews);
        var audit = await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={review.Id}");
        Assert.Equal(
            [ReviewDeed.ChangedStaff, ReviewDeed.ChangedTime, ReviewDeed.ChangedQueue, ReviewDeed.ChangedConsent],
            audit.Where(line => line.PersonName == "Priya Nair" && line.Deed >= ReviewDeed.ChangedStaff).Select(line => line.Deed).Order());
        Assert.Equal([ReviewDeed.ChangedConsent], audit.Where(line => line.PersonName == "Sam Okafor" && line.Deed >= ReviewDeed.ChangedStaff).Select(line => line.Deed));
    }

    [FfmpegFact]
    public async Task WhoTookACall_CannotBeChanged_WhileAnotherReadsIt_AndNobodyEverReadsWhatTheOtherAnswered()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        var review = await room.TakeInAsync(MadeSound.TwoSided(), staffId: maya.User.Id);
        using var shared = await ShareAsync(room.Coach, review.Id, maya);
        using var answered = await maya.PostAsync($"/api/my-reviews/{review.Id}/answers", new GiveAnswer(AnswerAbout.Review, null, null, Disputes: true, "This was not me."));
        using var set = await room.Coach.PostAsync($"/api/reviews/{review.Id}/actions", new SetAction(maya.User.Id, "Thank them for calling.", review.UploadedAt.AddDays(30), null));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (shared.StatusCode, answered.StatusCode));
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());

        using var toTom = await ChangeAsync(room.Coach, review, FactsOf(review) with { StaffId = tom.User.Id });
        using var toNobody = await ChangeAsync(room.Coach, review, FactsOf(review) with { StaffId = null });
        var other = await ChangedAsync(room.Coach, review, FactsOf(review) with { Queue = "Front desk" });
        using var stillReads = await maya.Http.GetAsync($"/api/my-reviews/{review.Id}");
        using var takenBack = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}/share");
        await ChangedAsync(room.Coach, other, FactsOf(other) with { StaffId = tom.User.Id });
        using var toMaya = await ShareAsync(room.Coach, review.Id, maya);
        using var sharedAgain = await ShareAsync(room.Coach, review.Id, tom);
        using var before = await maya.Http.GetAsync($"/api/my-reviews/{review.Id}");
        var text = await tom.Http.GetStringAsync($"/api/my-reviews/{review.Id}");

        Assert.Equal((HttpStatusCode.Conflict, "sharedWithOther"), await TestBrowser.ProblemAsync(toTom));
        Assert.Contains("Maya Lindqvist", await toTom.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "sharedWithOther"), await TestBrowser.ProblemAsync(toNobody));
        Assert.Equal(HttpStatusCode.OK, stillReads.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "otherStaff"), await TestBrowser.ProblemAsync(toMaya));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (sharedAgain.StatusCode, before.StatusCode));
        Assert.DoesNotContain("This was not me.", text, StringComparison.Ordinal);
        Assert.Equal("Maya Lindqvist", Assert.Single((await room.Coach.GetAsync<CallAnswers>($"/api/reviews/{review.Id}/answers")).Answers).StaffName);
        Assert.Equal(review.Id, Assert.Single(await room.Coach.GetAsync<List<ImprovementAction>>("/api/reviews/actions")).RecordedCallId);
        Assert.Null(Assert.Single(await maya.GetAsync<List<ImprovementAction>>("/api/my-reviews/actions")).RecordedCallId);
        Assert.Empty(await tom.GetAsync<List<ImprovementAction>>("/api/my-reviews/actions"));
    }

    [FfmpegFact]
    public async Task CallOfNobodyKnown_ThatIsShared_CanOnlyBeTheReaders()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        using var shared = await ShareAsync(room.Coach, review.Id, maya);

        using var toTom = await ChangeAsync(room.Coach, review, FactsOf(review) with { StaffId = tom.User.Id });
        var right = await ChangedAsync(room.Coach, review, FactsOf(review) with { StaffId = maya.User.Id });

        Assert.Equal((HttpStatusCode.Conflict, "sharedWithOther"), await TestBrowser.ProblemAsync(toTom));
        Assert.Equal("Maya Lindqvist", right.StaffName);
    }

    [FfmpegTheory, OnSqlite, OnPostgreSql]
    public async Task CallGivenToOneAndSharedWithAnotherAtOnce_EndsWithOneOfThem(string store)
    {
        using var kept = TestStore.Create(store);
        using var room = await ReviewRoom.OpenAsync(kept, new CountingRecogniser { Says = Said });
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        for (var round = 0; round < 10; round++)
        {
            var (changing, sharing) = (ChangeAsync(administrator, review, FactsOf(review) with { StaffId = tom.User.Id }), ShareAsync(room.Coach, review.Id, maya));
            using var changed = await changing;
            using var shared = await sharing;

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { changed.StatusCode, shared.StatusCode }.Order());
            using var takenBack = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}/share");
            await ChangedAsync(room.Coach, await room.GetAsync(review.Id), FactsOf(review));
        }
    }

    [FfmpegFact]
    public async Task WhatAnUploadMayNotSay_CannotBeSaidLater_AndWhoWasSlowerOverwritesNothing()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        var was = FactsOf(review);

        foreach (var wrong in (CallFacts?[])[was with { StaffId = Guid.NewGuid() }, was with { Queue = new string('x', 101) }, was with { TakenAt = review.UploadedAt.AddDays(40_000) }, null])
        {
            using var refused = await ChangeAsync(room.Coach, review, wrong!);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }
        await ChangedAsync(administrator, review, was with { Queue = "Triage" });
        using var slower = await ChangeAsync(room.Coach, review, was with { ConsentNoted = false });

        Assert.Equal((HttpStatusCode.Conflict, "factsChanged"), await TestBrowser.ProblemAsync(slower));
        Assert.Equal(("Triage", true), ((await room.GetAsync(review.Id)).Queue, (await room.GetAsync(review.Id)).ConsentNoted));
    }

    private static CallFacts FactsOf(ReviewSummary review) => new(review.StaffId, review.TakenAt, review.Queue, review.ConsentNoted);

    private static Task<HttpResponseMessage> ChangeAsync(TestBrowser coach, ReviewSummary before, CallFacts facts) =>
        coach.Http.PutAsJsonAsync($"/api/reviews/{before.Id}/facts", new ChangeFacts(FactsOf(before), facts), Json.Options);

    private static async Task<ReviewSummary> ChangedAsync(TestBrowser coach, ReviewSummary before, CallFacts facts)
    {
        using var response = await ChangeAsync(coach, before, facts);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await TestBrowser.ReadAsync<ReviewSummary>(response);
    }

    private static Task<HttpResponseMessage> ShareAsync(TestBrowser coach, Guid id, TestBrowser reader) =>
        coach.Http.PutAsJsonAsync($"/api/reviews/{id}/share", new ShareReview(reader.User.Id, "", Scores: false, []), Json.Options);

    private static Task<SearchPage> SearchAsync(ReviewRoom room, string query) => room.Coach.GetAsync<SearchPage>($"/api/reviews/search?{query}");
}
