using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class JudgingTests
{
    private static readonly Judgement Mine = new(
        [new JudgedScore(ScoringCategory.Empathy, 85, "She took it up at once.")],
        [new CoachComment(2, 1_500, CommentKind.Comment, "Listen to this."), new CoachComment(null, 4_000, CommentKind.Strength, "A calm ending.")]);

    [FfmpegFact]
    public async Task TwoCoaches_SeeNothingOfEachOther_UntilBothHaveHandedIn()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var other = await room.Server.SignInAsync(Role.Administrator);
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;

        using var kept = await SaveAsync(room.Coach, id, Mine, handIn: false);
        var beforeAny = await ListAsync(other, id);
        using var handedIn = await SaveAsync(room.Coach, id, Mine, handIn: true);
        var blind = await ListAsync(other, id);
        using var second = await SaveAsync(other, id, new Judgement([new JudgedScore(ScoringCategory.Empathy, 70, "Too late.")], []), handIn: true);
        var (first, last) = (await ListAsync(room.Coach, id), await ListAsync(other, id));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (kept.StatusCode, handedIn.StatusCode));
        Assert.Equal((0, 0), (beforeAny.Others.Count, beforeAny.OthersHandedIn));
        Assert.Equal((0, 1), (blind.Others.Count, blind.OthersHandedIn));
        Assert.Equal("She took it up at once.", last.Others.Single().Judgement.Scores.Single().Reason);
        Assert.Equal(("Sam Okafor", 70), (first.Others.Single().CoachName, first.Others.Single().Judgement.Scores.Single().Score));
        Assert.Equal(2, first.Mine.Judgement.Comments.Count);
    }

    [FfmpegFact]
    public async Task HandedInJudgement_NeverChanges()
    {
        using var room = await ReviewRoom.OpenAsync();
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;
        using var handedIn = await SaveAsync(room.Coach, id, Mine, handIn: true);

        using var again = await SaveAsync(room.Coach, id, Judgement.Nothing, handIn: false);

        Assert.Equal((HttpStatusCode.Conflict, "handedIn"), await TestBrowser.ProblemAsync(again));
        Assert.Single((await ListAsync(room.Coach, id)).Mine.Judgement.Scores);
    }

    [FfmpegFact]
    public async Task WhatCannotBe_IsRefused()
    {
        using var room = await ReviewRoom.OpenAsync();
        var id = (await room.TakeInAsync(MadeSound.TwoSided())).Id;

        foreach (var wrong in (Judgement[])
        [
            Mine with { Scores = [new JudgedScore(ScoringCategory.Tone, 101, "Why")] }, Mine with { Scores = [new JudgedScore(ScoringCategory.Tone, 50, " ")] },
            Mine with { Scores = [.. Mine.Scores, .. Mine.Scores] }, Mine with { Comments = [new CoachComment(null, 6_001, CommentKind.Comment, "Behind the end")] },
            Mine with { Comments = [new CoachComment(null, 0, CommentKind.Comment, new string('x', 1_001))] },
            Mine with { Comments = [.. Enumerable.Range(0, 201).Select(i => new CoachComment(null, i, CommentKind.Comment, "x"))] },
        ])
        {
            using var refused = await SaveAsync(room.Coach, id, wrong, handIn: false);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }
    }

    [FfmpegFact]
    public async Task Agreement_IsOfTwoCoachesAndACategory_ByLetters()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var other = await room.Server.SignInAsync(Role.Administrator);
        // Two calls, the letters B and F from one, B and F from the other; a third judged by one alone.
        foreach (var (i, mine, theirs) in ((int, int, int?)[])[(2, 85, 81), (3, 40, 10), (4, 95, null)])
        {
            var id = (await room.TakeInAsync(MadeSound.Stereo(MadeSound.Speaking(6, 0), MadeSound.Speaking(6, i)), $"call-{i}.wav")).Id;
            using var first = await SaveAsync(room.Coach, id, new Judgement([new JudgedScore(ScoringCategory.Tone, mine, "Why")], []), handIn: true);
            using var second = theirs is { } score ? await SaveAsync(other, id, new Judgement([new JudgedScore(ScoringCategory.Tone, score, "Why")], []), handIn: true) : null;
        }

        var agreement = Assert.Single(await room.Coach.GetAsync<List<CategoryAgreement>>("/api/reviews/agreement"));

        Assert.Equal((ScoringCategory.Tone, 2, 2, 1.0), (agreement.Category, agreement.Calls, agreement.Same, agreement.Kappa));
        Assert.Equal(["Priya Nair", "Sam Okafor"], ((string[])[agreement.FirstCoach, agreement.SecondCoach]).Order());
    }

    /// <summary>The table that is worked out in "Cohen's kappa" on Wikipedia: 20 both yes, 5 and 10 apart, 15 both no.</summary>
    [Fact]
    public void Kappa_IsThatOfTheKnownExample() =>
        Assert.Equal(0.4, Kappa.Of([.. Times(20, "yes", "yes"), .. Times(5, "yes", "no"), .. Times(10, "no", "yes"), .. Times(15, "no", "no")])!.Value, 10);

    [Fact]
    public void Kappa_IsUnknown_WhereNothingWasJudged_OrBothAlwaysSayTheSame()
    {
        Assert.Null(Kappa.Of<string>([]));
        Assert.Null(Kappa.Of([.. Times(5, "A", "A")]));
    }

    [Fact]
    public void Kappa_IsBelowNought_ForThosePeopleWhoDiffer() => Assert.Equal(-1, Kappa.Of([.. Times(5, "A", "B"), .. Times(5, "B", "A")])!.Value, 10);

    private static IEnumerable<(string, string)> Times(int times, string first, string second) => Enumerable.Repeat((first, second), times);

    private static Task<CallJudgements> ListAsync(TestBrowser browser, Guid id) => browser.GetAsync<CallJudgements>($"/api/reviews/{id}/judgements");

    private static Task<HttpResponseMessage> SaveAsync(TestBrowser browser, Guid id, Judgement judgement, bool handIn) =>
        browser.Http.PutAsJsonAsync($"/api/reviews/{id}/judgement", new SaveJudgement(judgement, handIn), Json.Options);
}
