using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>Recordings that several coaches judge blind.</summary>
public sealed class CalibrationTests
{
    private const string Password = "a long enough password";

    [FfmpegFact]
    public async Task Calibration_OpensWhenAllHaveHandedIn_AndShowsTheirScoresSideBySide()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var sam = await room.Server.SignInAsync(Role.Administrator);
        var ids = await TakeInAsync(room, 2);
        var made = await MakeAsync(room.Coach, ids, room.Coach, sam);

        await HandInAsync(room.Coach, ids[0], 85);
        await HandInAsync(sam, ids[0], 82);
        var half = await GetAsync(sam, made.Id);
        var hidden = await sam.GetAsync<CallJudgements>($"/api/reviews/{ids[0]}/judgements");
        var guessed = await sam.GetAsync<List<CategoryAgreement>>("/api/reviews/agreement");
        using var early = await AgreeAsync(sam, made.Id, ids[0], 84);
        await HandInAsync(room.Coach, ids[1], 40);
        await HandInAsync(sam, ids[1], 75);
        var opened = await GetAsync(sam, made.Id);
        var shown = await sam.GetAsync<CallJudgements>($"/api/reviews/{ids[0]}/judgements");
        using var agreed = await AgreeAsync(sam, made.Id, ids[1], 60);
        var settled = (await GetAsync(room.Coach, made.Id)).Calls[1].Categories.Single(one => one.Category == ScoringCategory.Tone).Agreed;

        Assert.Equal((false, 0, 0), (half.Opened, half.Agreement.Count, half.Calls.Sum(call => call.Categories.Count)));
        Assert.Equal([("Priya Nair", 1), ("Sam Okafor", 1)], half.Coaches.Select(coach => (coach.Name, coach.HandedIn)));
        Assert.Equal((0, 1), (hidden.Others.Count, hidden.OthersHandedIn));
        Assert.Empty(guessed);
        Assert.Equal((HttpStatusCode.Conflict, "notOpened"), await TestBrowser.ProblemAsync(early));
        Assert.True(opened.Opened);
        var tone = opened.Calls[1].Categories.Single(one => one.Category == ScoringCategory.Tone);
        Assert.Equal([("Priya Nair", 40), ("Sam Okafor", 75)], tone.Scores.Select(score => (score.CoachName, score.Score)));
        Assert.Equal(35, tone.Spread);
        var agreement = opened.Agreement.Single(one => one.Category == ScoringCategory.Tone);
        // Letters B and B, F and C: observed .5, expected .25 by chance.
        Assert.Equal((AgreementMeasure.Cohen, 2, 2, 1), (agreement.Measure, agreement.Coaches, agreement.Calls, agreement.Same));
        Assert.Equal((0.5 - 0.25) / (1 - 0.25), agreement.Kappa!.Value, 10);
        Assert.Equal("Why Priya Nair thinks so", shown.Others.Single().Judgement.Scores.Single().Reason);
        Assert.Equal(HttpStatusCode.OK, agreed.StatusCode);
        Assert.Equal((60, "We listened again.", "Sam Okafor"), (settled!.Score, settled.Reason, settled.By));
    }

    [FfmpegFact]
    public async Task ThreeCoaches_AreComparedByFleissKappa_AndWhoDidNotHandInIsLeftOut_WhenItIsClosed()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var sam = await room.Server.SignInAsync(Role.Administrator);
        using var noor = await CoachAsync(room, "noor@riverside.example");
        using var late = await CoachAsync(room, "late@riverside.example");
        var ids = await TakeInAsync(room, 1);
        var made = await MakeAsync(sam, ids, room.Coach, sam, noor, late);
        foreach (var (coach, score) in ((TestBrowser, int)[])[(room.Coach, 85), (sam, 82), (noor, 55)])
        {
            await HandInAsync(coach, ids[0], score);
        }

        using var notHers = await room.Coach.PostAsync($"/api/reviews/calibrations/{made.Id}/close", new { });
        using var closed = await sam.PostAsync($"/api/reviews/calibrations/{made.Id}/close", new { });
        var opened = await TestBrowser.ReadAsync<Calibration>(closed);

        Assert.Equal((HttpStatusCode.Forbidden, "notYours"), await TestBrowser.ProblemAsync(notHers));
        Assert.Equal((true, "Sam Okafor"), (opened.Opened, opened.ClosedBy));
        var agreement = opened.Agreement.Single(one => one.Category == ScoringCategory.Tone);
        Assert.Equal((AgreementMeasure.Fleiss, 3, 1, 0), (agreement.Measure, agreement.Coaches, agreement.Calls, agreement.Same));
        // B, B, F: one pair of three agrees; by chance 4/9 + 1/9.
        Assert.Equal((1.0 / 3 - 5.0 / 9) / (1 - 5.0 / 9), agreement.Kappa!.Value, 10);
        Assert.Equal(3, opened.Calls[0].Categories.Single(one => one.Category == ScoringCategory.Tone).Scores.Count);
    }

    [FfmpegTheory, OnSqlite, OnPostgreSql]
    public async Task Coach_IsTold_WhatIsToJudge_AndWhatHasOpened_UntilItIsDoneOrSeen(string store)
    {
        using var kept = TestStore.Create(store);
        using var room = await ReviewRoom.OpenAsync(kept);
        using var sam = await room.Server.SignInAsync(Role.Administrator);
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        using var noor = await CoachAsync(room, "noor@riverside.example");
        var ids = await TakeInAsync(room, 2);
        var both = await MakeAsync(sam, ids, room.Coach, noor);
        // A recording that waits in two calibrations is one recording to judge.
        var one = await MakeAsync(sam, [ids[0]], room.Coach, sam);

        var begun = await ToldAsync(room.Coach);
        await HandInAsync(room.Coach, ids[0], 85);
        var half = await ToldAsync(room.Coach);
        await HandInAsync(room.Coach, ids[1], 80);
        var done = await ToldAsync(room.Coach);
        await HandInAsync(sam, ids[0], 82);
        var opened = await ToldAsync(room.Coach);
        var listed = await room.Coach.GetAsync<List<CalibrationListed>>("/api/reviews/calibrations");
        await GetAsync(room.Coach, both.Id);
        var looked = await ToldAsync(room.Coach);
        await GetAsync(room.Coach, one.Id);
        var seen = await ToldAsync(room.Coach);
        using var closed = await sam.PostAsync($"/api/reviews/calibrations/{both.Id}/close", new { });

        Assert.Equal([(2, 0), (1, 0), (0, 0), (0, 1)], new[] { begun, half, done, opened });
        Assert.Equal([(one.Id, true), (both.Id, false)], listed.Select(calibration => (calibration.Id, calibration.IsNew)).OrderByDescending(calibration => calibration.IsNew));
        Assert.Equal([(0, 1), (0, 0)], new[] { looked, seen });
        // Who did not judge in it is not told; who has still to judge learns that it opened without them.
        Assert.Equal([(0, 1), (0, 1), (0, 1), (0, 0)], new[] { await ToldAsync(room.Coach), await ToldAsync(noor), await ToldAsync(sam), await ToldAsync(maya) });
    }

    [FfmpegFact]
    public async Task WhoOpensACalibration_HasSeenIt_AndOneWithoutRecordingsIsNoNews()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var sam = await room.Server.SignInAsync(Role.Administrator);
        var ids = await TakeInAsync(room, 2);
        var made = await MakeAsync(room.Coach, [ids[0]], room.Coach, sam);
        await MakeAsync(room.Coach, [ids[1]], room.Coach, sam);

        using var closed = await room.Coach.PostAsync($"/api/reviews/calibrations/{made.Id}/close", new { });
        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{ids[1]}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NoContent), (closed.StatusCode, removed.StatusCode));
        Assert.Equal([(0, 0), (0, 1)], new[] { await ToldAsync(room.Coach), await ToldAsync(sam) });
        Assert.Equal([false, true], (await sam.GetAsync<List<CalibrationListed>>("/api/reviews/calibrations")).Select(calibration => calibration.IsNew).Order());
    }

    [FfmpegFact]
    public async Task WhatIsJudgedBlind_IsNotSharedWithStaff_AndItsAnswersAreNotShownToWhoStillJudges()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var sam = await room.Server.SignInAsync(Role.Administrator);
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        var ids = await TakeInAsync(room, 1);
        var made = await MakeAsync(room.Coach, ids, room.Coach, sam);
        await HandInAsync(room.Coach, ids[0], 85);

        using var withScores = await ShareAsync(room.Coach, ids[0], new ShareReview(maya.User.Id, "", Scores: true, []));
        using var alone = await ShareAsync(room.Coach, ids[0], new ShareReview(maya.User.Id, "", Scores: false, []));
        using var answered = await maya.PostAsync($"/api/my-reviews/{ids[0]}/answers", new GiveAnswer(AnswerAbout.Score, ScoringCategory.Tone, null, Disputes: true, "Tone was fine."));
        var blind = await sam.GetAsync<CallAnswers>($"/api/reviews/{ids[0]}/answers");
        var seeing = await room.Coach.GetAsync<CallAnswers>($"/api/reviews/{ids[0]}/answers");
        using var reply = await sam.Http.PutAsJsonAsync($"/api/reviews/{ids[0]}/answers/{seeing.Answers[0].Id}/reply", new ReplyToAnswer(AnswerState.Upheld, "No.", null), Json.Options);
        await HandInAsync(sam, ids[0], 70);
        var open = await sam.GetAsync<CallAnswers>($"/api/reviews/{ids[0]}/answers");

        Assert.Equal((HttpStatusCode.Conflict, "beingCalibrated"), await TestBrowser.ProblemAsync(withScores));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (alone.StatusCode, answered.StatusCode));
        Assert.Equal((0, 1, 1), (blind.Answers.Count, blind.Hidden, seeing.Answers.Count));
        Assert.Equal((HttpStatusCode.Conflict, "judgedBlind"), await TestBrowser.ProblemAsync(reply));
        Assert.Equal((1, 0), (open.Answers.Count, open.Hidden));
        Assert.True((await GetAsync(sam, made.Id)).Opened);
    }

    [FfmpegFact]
    public async Task Calibration_IsUnknownToAnotherOrganisation_AndWhatCannotBeIsRefused()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var sam = await room.Server.SignInAsync(Role.Administrator);
        using var maya = await room.Server.SignInAsync(Role.Trainee);
        var ids = await TakeInAsync(room, 1);
        var made = await MakeAsync(room.Coach, ids, room.Coach, sam);
        await room.Server.AddPersonAsync("owner@hillcrest.example", Password, Role.Administrator, DemoAccounts.Hillcrest);
        using var stranger = room.Server.OpenBrowser();
        await stranger.SignInAsync("/api/session", new SignIn("owner@hillcrest.example", Password));

        using var read = await stranger.Http.GetAsync($"/api/reviews/calibrations/{made.Id}");
        using var closed = await stranger.PostAsync($"/api/reviews/calibrations/{made.Id}/close", new { });
        using var agreed = await AgreeAsync(stranger, made.Id, ids[0], 50);
        foreach (var wrong in (MakeCalibration[])
        [
            new("", ids, [room.Coach.User.Id, sam.User.Id]), new("Tone", [], [room.Coach.User.Id, sam.User.Id]), new("Tone", ids, [sam.User.Id]),
            new("Tone", ids, [sam.User.Id, maya.User.Id]), new("Tone", [Guid.NewGuid()], [room.Coach.User.Id, sam.User.Id]),
        ])
        {
            using var refused = await room.Coach.PostAsync("/api/reviews/calibrations", wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, closed.StatusCode, agreed.StatusCode));
        Assert.Empty(await stranger.GetAsync<List<CalibrationListed>>("/api/reviews/calibrations"));
        Assert.Equal(["Priya Nair", "Sam Okafor"], (await sam.GetAsync<List<StaffMember>>("/api/reviews/coaches")).Select(person => person.DisplayName));
        Assert.Equal((1, false), (await sam.GetAsync<List<CalibrationListed>>("/api/reviews/calibrations")).Select(one => (one.ToJudge, one.Opened)).Single());
    }

    /// <summary>The table of "Fleiss' kappa" on Wikipedia: ten things, fourteen people, five labels; kappa is 0.210.</summary>
    [Fact]
    public void FleissKappa_IsThatOfTheKnownExample()
    {
        int[][] counts =
        [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ];

        var kappa = FleissKappa.Of([.. counts.Select(thing => (IReadOnlyList<int>)[.. thing.SelectMany((times, label) => Enumerable.Repeat(label, times))])]);

        Assert.Equal(0.210, kappa!.Value, 3);
    }

    [Fact]
    public void FleissKappa_IsUnknown_WhereNothingWasLabelled_OrAllAlwaysSayTheSame_AndIsOneWhereAllAgree()
    {
        Assert.Null(FleissKappa.Of<string>([]));
        Assert.Null(FleissKappa.Of<string>([["A", "A", "A"], ["A", "A", "A"]]));
        Assert.Equal(1, FleissKappa.Of<string>([["A", "A", "A"], ["B", "B", "B"]])!.Value, 10);
        Assert.Throws<ArgumentException>(() => FleissKappa.Of<string>([["A", "A"], ["A"]]));
    }

    private static async Task<IReadOnlyList<Guid>> TakeInAsync(ReviewRoom room, int calls)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < calls; i++)
        {
            ids.Add((await room.TakeInAsync(MadeSound.Stereo(MadeSound.Speaking(6, 0), MadeSound.Speaking(6, 2 + i)), $"call-{i}.wav")).Id);
        }
        return ids;
    }

    private static async Task<TestBrowser> CoachAsync(ReviewRoom room, string email)
    {
        await room.Server.AddPersonAsync(email, Password, Role.Coach, DemoAccounts.Riverside);
        var browser = room.Server.OpenBrowser();
        await browser.SignInAsync("/api/session", new SignIn(email, Password));
        return browser;
    }

    private static async Task<Calibration> MakeAsync(TestBrowser by, IReadOnlyList<Guid> ids, params TestBrowser[] coaches)
    {
        using var response = await by.PostAsync("/api/reviews/calibrations", new MakeCalibration("Tone in November", ids, [.. coaches.Select(coach => coach.User.Id)]));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await TestBrowser.ReadAsync<Calibration>(response);
    }

    private static async Task<(int ToJudge, int Opened)> ToldAsync(TestBrowser person)
    {
        var notice = await person.GetAsync<MyNotice>("/api/my-reviews/notice");
        return (notice.ToJudge, notice.Opened);
    }

    private static Task<Calibration> GetAsync(TestBrowser coach, Guid id) => coach.GetAsync<Calibration>($"/api/reviews/calibrations/{id}");

    private static async Task HandInAsync(TestBrowser coach, Guid id, int tone)
    {
        var judgement = new Judgement([new JudgedScore(ScoringCategory.Tone, tone, $"Why {coach.User.DisplayName} thinks so")], []);
        using var response = await coach.Http.PutAsJsonAsync($"/api/reviews/{id}/judgement", new SaveJudgement(judgement, HandIn: true), Json.Options);
        response.EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> AgreeAsync(TestBrowser coach, Guid calibrationId, Guid callId, int score) =>
        coach.Http.PutAsJsonAsync($"/api/reviews/calibrations/{calibrationId}/calls/{callId}/score", new AgreeScore(ScoringCategory.Tone, score, "We listened again."), Json.Options);

    private static Task<HttpResponseMessage> ShareAsync(TestBrowser coach, Guid id, ShareReview share) => coach.Http.PutAsJsonAsync($"/api/reviews/{id}/share", share, Json.Options);
}
