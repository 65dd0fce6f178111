using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>What a member of staff answers to a shared review, and how a coach settles it.</summary>
public sealed class AnswerTests
{
    private static readonly GiveAnswer Disputed = new(AnswerAbout.Score, ScoringCategory.Empathy, null, Disputes: true, "I did say that I was sorry.");

    [FfmpegFact]
    public async Task Dispute_WaitsForACoach_WhoChangesTheScore_AndThePersonIsTold()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var id = await SharedAsync(room, maya);
        var unread = await maya.GetAsync<MyReview>($"/api/my-reviews/{id}");

        using var given = await maya.PostAsync($"/api/my-reviews/{id}/answers", Disputed);
        var waiting = Assert.Single(await room.Coach.GetAsync<List<OpenDispute>>("/api/reviews/disputes"));
        var answer = Assert.Single((await AnswersAsync(room.Coach, id)).Answers);
        using var replied = await ReplyAsync(room.Coach, id, answer.Id, new ReplyToAnswer(AnswerState.Changed, "You did, at 1:20.", 80));
        var told = await maya.GetAsync<MyNotice>("/api/my-reviews/notice");
        var settled = Assert.Single((await maya.GetAsync<MyReview>($"/api/my-reviews/{id}")).Answers);
        var read = await maya.GetAsync<MyNotice>("/api/my-reviews/notice");

        Assert.Empty(unread.Answers);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (given.StatusCode, replied.StatusCode));
        Assert.Equal((id, "Maya Lindqvist", ScoringCategory.Empathy), (waiting.RecordedCallId, waiting.StaffName, waiting.Category!.Value));
        Assert.Equal((AnswerState.Open, "I did say that I was sorry.", null), (answer.State, answer.Text, answer.Reply));
        Assert.Equal((new MyNotice(1, 0, 1, 0, 0), new MyNotice(1, 0, 0, 0, 0)), (told, read));
        Assert.Equal((AnswerState.Changed, "I did say that I was sorry.", "Priya Nair", new AnswerReply("You did, at 1:20.", 80)), (settled.State, settled.Text, settled.RepliedBy, settled.Reply));
        Assert.Empty(await room.Coach.GetAsync<List<OpenDispute>>("/api/reviews/disputes"));
        var audit = await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={id}");
        Assert.Contains(audit, line => (line.PersonName, line.Deed) == ("Maya Lindqvist", ReviewDeed.Answered));
        Assert.Contains(audit, line => (line.PersonName, line.Deed) == ("Priya Nair", ReviewDeed.Replied));
    }

    [FfmpegFact]
    public async Task Answer_IsSettledOnce_AndStaysWithTheRecording_WhenTheReviewIsTakenBack()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        var id = await SharedAsync(room, maya);
        using var given = await maya.PostAsync($"/api/my-reviews/{id}/answers", new GiveAnswer(AnswerAbout.Moment, null, 1_500, Disputes: true, "She could not hear me."));
        using var said = await maya.PostAsync($"/api/my-reviews/{id}/answers", new GiveAnswer(AnswerAbout.Review, null, null, Disputes: false, "Thank you."));
        var answers = (await AnswersAsync(room.Coach, id)).Answers;

        using var upheld = await ReplyAsync(room.Coach, id, answers[0].Id, new ReplyToAnswer(AnswerState.Upheld, "One can hear her answer.", null));
        using var again = await ReplyAsync(room.Coach, id, answers[0].Id, new ReplyToAnswer(AnswerState.Changed, "No.", null));
        using var nothingToSettle = await ReplyAsync(room.Coach, id, answers[1].Id, new ReplyToAnswer(AnswerState.Upheld, "Well.", null));
        using var takenBack = await room.Coach.Http.DeleteAsync($"/api/reviews/{id}/share");
        using var late = await maya.PostAsync($"/api/my-reviews/{id}/answers", Disputed);
        var kept = (await AnswersAsync(room.Coach, id)).Answers;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (given.StatusCode, said.StatusCode, upheld.StatusCode));
        Assert.Equal((HttpStatusCode.Conflict, "repliedAlready"), await TestBrowser.ProblemAsync(again));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(nothingToSettle));
        Assert.Equal((HttpStatusCode.NotFound, "notShared"), await TestBrowser.ProblemAsync(late));
        Assert.Equal([(AnswerState.Upheld, 1_500), (AnswerState.Said, null)], kept.Select(answer => (answer.State, answer.AtMs)));
    }

    [FfmpegFact]
    public async Task WhatCannotBe_IsRefused()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        var id = await SharedAsync(room, maya);
        using var given = await maya.PostAsync($"/api/my-reviews/{id}/answers", Disputed);
        var answer = (await AnswersAsync(room.Coach, id)).Answers.Single().Id;

        foreach (var wrong in (GiveAnswer[])
        [
            Disputed with { Text = " " }, Disputed with { Text = new string('x', 2_001) }, Disputed with { Category = null }, Disputed with { AtMs = 1 },
            Disputed with { About = AnswerAbout.Review }, new(AnswerAbout.Moment, null, 6_001, true, "Behind the end"),
        ])
        {
            using var refused = await maya.PostAsync($"/api/my-reviews/{id}/answers", wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }
        foreach (var wrong in (ReplyToAnswer[])[new(AnswerState.Changed, "To what?", null), new(AnswerState.Changed, "Why", 101), new(AnswerState.Upheld, "Why", 50), new(AnswerState.Open, "Hm", null), new(AnswerState.Upheld, "", null)])
        {
            using var refused = await ReplyAsync(room.Coach, id, answer, wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }
    }

    private static async Task<Guid> SharedAsync(ReviewRoom room, TestBrowser with)
    {
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        using var shared = await room.Coach.Http.PutAsJsonAsync($"/api/reviews/{id}/share", new ShareReview(with.User.Id, "", false, []), Json.Options);
        shared.EnsureSuccessStatusCode();
        return id;
    }

    private static Task<CallAnswers> AnswersAsync(TestBrowser coach, Guid id) => coach.GetAsync<CallAnswers>($"/api/reviews/{id}/answers");

    private static Task<HttpResponseMessage> ReplyAsync(TestBrowser coach, Guid id, Guid answerId, ReplyToAnswer reply) =>
        coach.Http.PutAsJsonAsync($"/api/reviews/{id}/answers/{answerId}/reply", reply, Json.Options);
}
