using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>A recorded call on its way to the person who took it.</summary>
public sealed class SharingTests
{
    private static readonly string[] Said = ["may i have your name", "my name is dana fowler", "thank you please calm down"];

    private static readonly Judgement Mine = new(
        [new JudgedScore(ScoringCategory.Empathy, 85, "You took it up at once, Maya.")],
        [new CoachComment(2, 1_500, CommentKind.Comment, "Here Dana Fowler was upset."), new CoachComment(null, 4_000, CommentKind.Strength, "A calm ending."), new CoachComment(null, 5_000, CommentKind.Comment, "Only for coaches.")]);

    [FfmpegFact]
    public async Task StaffIsTold_AndReadsTheMaskedCall_WithWhatTheCoachChose()
    {
        using var room = await OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var id = await TakeInAsync(room, "dana-fowler.wav");
        var before = await maya.GetAsync<MyNotice>("/api/my-reviews/notice");
        await HandInAsync(room.Coach, id, Mine);

        using var shared = await ShareAsync(room.Coach, id, new ShareReview(maya.User.Id, "Hear the second minute, Maya.", Scores: true, [0, 1]));
        var told = await maya.GetAsync<MyNotice>("/api/my-reviews/notice");
        var listed = Assert.Single(await maya.GetAsync<List<MyReviewListed>>("/api/my-reviews"));
        var text = await maya.Http.GetStringAsync($"/api/my-reviews/{id}");
        var review = await maya.GetAsync<MyReview>($"/api/my-reviews/{id}");
        var after = await maya.GetAsync<MyNotice>("/api/my-reviews/notice");

        Assert.Equal(HttpStatusCode.OK, shared.StatusCode);
        Assert.Equal((new MyNotice(0, 0, 0, 0, 0), new MyNotice(1, 1, 0, 0, 0), new MyNotice(1, 0, 0, 0, 0)), (before, told, after));
        Assert.Equal((id, "Priya Nair", true), (listed.Id, listed.SharedBy, listed.IsNew));
        Assert.DoesNotContain("fowler", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Only for coaches", text, StringComparison.Ordinal);
        Assert.Equal("my name is [name]", review.Lines[1].Text);
        Assert.Equal("Hear the second minute, Maya.", review.Words.Note);
        Assert.Equal((85, "You took it up at once, Maya."), (review.Words.Scores.Single().Score, review.Words.Scores.Single().Reason));
        Assert.Equal(["Here [name] was upset.", "A calm ending."], review.Words.Comments.Select(comment => comment.Text));
        Assert.NotNull(review.Debrief);
        Assert.NotEmpty(review.Marks);
        var audit = await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={id}");
        Assert.Contains(audit, line => (line.PersonName, line.Deed) == ("Priya Nair", ReviewDeed.Shared));
        Assert.Single(audit, line => (line.PersonName, line.Deed) == ("Maya Lindqvist", ReviewDeed.Opened));
        Assert.NotNull((await GetShareAsync(room.Coach, id))!.SeenAt);
    }

    [FfmpegFact]
    public async Task Sound_IsSilentWhereSomebodySaysWhoTheyAre_WhateverIsAskedFor()
    {
        using var room = await OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var id = await TakeInAsync(room);
        using var shared = await ShareAsync(room.Coach, id, new ShareReview(maya.User.Id, "", false, []));

        var heard = await maya.Http.GetByteArrayAsync($"/api/my-reviews/{id}/sound?reveal=true");
        var silenced = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{id}/sound");
        var recorded = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{id}/sound?reveal=true");

        Assert.Equal(silenced, heard);
        Assert.NotEqual(recorded, heard);
        var audit = await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={id}");
        Assert.Equal([ReviewDeed.Heard], audit.Where(line => line.PersonName == "Maya Lindqvist").Select(line => line.Deed));
    }

    [FfmpegFact]
    public async Task TakenBack_ItIsGoneForThePerson_AndThatIsWrittenDown()
    {
        using var room = await OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var id = await TakeInAsync(room);
        using var shared = await ShareAsync(room.Coach, id, new ShareReview(maya.User.Id, "", false, []));

        using var takenBack = await administrator.Http.DeleteAsync($"/api/reviews/{id}/share");
        using var reading = await maya.Http.GetAsync($"/api/my-reviews/{id}");
        using var sound = await maya.Http.GetAsync($"/api/my-reviews/{id}/sound");

        Assert.Equal(HttpStatusCode.NoContent, takenBack.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "notShared"), await TestBrowser.ProblemAsync(reading));
        Assert.Equal(HttpStatusCode.NotFound, sound.StatusCode);
        Assert.Equal(new MyNotice(0, 0, 0, 0, 0), await maya.GetAsync<MyNotice>("/api/my-reviews/notice"));
        Assert.Null(await GetShareAsync(room.Coach, id));
        Assert.Contains(await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={id}"), line => (line.PersonName, line.Deed) == ("Sam Okafor", ReviewDeed.TookBack));
    }

    [FfmpegFact]
    public async Task WhatIsSharedOfAJudgement_IsHiddenFromACoach_WhoHasNotHandedInTheirs()
    {
        using var room = await OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var other = await room.Server.SignInAsync(Role.Administrator);
        var id = await TakeInAsync(room);

        using var early = await ShareAsync(room.Coach, id, new ShareReview(maya.User.Id, "", Scores: true, []));
        await HandInAsync(room.Coach, id, Mine);
        using var shared = await ShareAsync(room.Coach, id, new ShareReview(maya.User.Id, "", Scores: true, [1]));
        using var byOther = await ShareAsync(other, id, new ShareReview(maya.User.Id, "", false, []));
        var blind = await GetShareAsync(other, id);
        await HandInAsync(other, id, Judgement.Nothing);
        var open = await GetShareAsync(other, id);

        Assert.Equal((HttpStatusCode.Conflict, "notHandedIn"), await TestBrowser.ProblemAsync(early));
        Assert.Equal((HttpStatusCode.Conflict, "sharedByOther"), await TestBrowser.ProblemAsync(byOther));
        Assert.Equal((HttpStatusCode.OK, "Maya Lindqvist", null), (shared.StatusCode, blind!.StaffName, blind.Words));
        Assert.Equal("A calm ending.", open!.Words!.Comments.Single().Text);
    }

    [FfmpegFact]
    public async Task CallOfSomebody_IsSharedWithNobodyElse()
    {
        using var room = await OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var tom = await room.Server.SignInAsync("tom@riverside.example");
        var id = await TakeInAsync(room, staffId: tom.User.Id);

        using var wrong = await ShareAsync(room.Coach, id, new ShareReview(maya.User.Id, "", false, []));
        using var right = await ShareAsync(room.Coach, id, new ShareReview(tom.User.Id, "", false, []));
        using var stranger = await ShareAsync(room.Coach, id, new ShareReview(Guid.NewGuid(), "", false, []));
        using var unknownComment = await ShareAsync(room.Coach, id, new ShareReview(tom.User.Id, new string('x', 1_001), false, []));

        Assert.Equal((HttpStatusCode.Conflict, "otherStaff"), await TestBrowser.ProblemAsync(wrong));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(stranger));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(unknownComment));
    }

    private static Task<ReviewRoom> OpenAsync() => ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });

    private static async Task<Guid> TakeInAsync(ReviewRoom room, string name = "call.wav", Guid? staffId = null) =>
        (await room.TakeInAsync(MadeSound.TwoSided(), name, staffId)).Id;

    private static async Task HandInAsync(TestBrowser coach, Guid id, Judgement judgement)
    {
        using var response = await coach.Http.PutAsJsonAsync($"/api/reviews/{id}/judgement", new SaveJudgement(judgement, HandIn: true), Json.Options);
        response.EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> ShareAsync(TestBrowser coach, Guid id, ShareReview share) => coach.Http.PutAsJsonAsync($"/api/reviews/{id}/share", share, Json.Options);

    private static async Task<ReviewShare?> GetShareAsync(TestBrowser coach, Guid id) => (await coach.GetAsync<ReviewSharing>($"/api/reviews/{id}/share")).Share;
}
