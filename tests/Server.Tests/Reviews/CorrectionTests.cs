using System.Net;
using System.Net.Http.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class CorrectionTests
{
    private static readonly string[] Said = ["thank you for calling", "i am so curried", "my name is dana fowler"];

    [FfmpegFact]
    public async Task CorrectedWords_AreReadByEverything_AndWhoAndWhenIsKept()
    {
        using var room = await OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        var before = await ReadAsync(room, review.Id);

        using var response = await CorrectAsync(room, review.Id, 2, line => line with { Text = "I am so  worried" });
        var history = await TestBrowser.ReadAsync<LineHistory>(response);
        var after = await ReadAsync(room, review.Id);

        Assert.DoesNotContain(before.Marks, mark => mark.Kind is ReviewMarkKind.EmpathyMissed or ReviewMarkKind.FeelingShown);
        Assert.Contains(after.Marks, mark => mark.Kind is ReviewMarkKind.EmpathyMissed or ReviewMarkKind.FeelingShown && mark.Line == 2);
        Assert.Equal(("I am so worried", true, 4), (after.Lines[1].Text, after.Lines[1].Corrected, after.Lines[1].Words.Count));
        Assert.False(after.Lines[0].Corrected);
        Assert.Equal([(null, "i am so curried"), ("Priya Nair", "I am so worried")], history.Versions.Select(version => (version.By, version.Text)));
        var deeds = (await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={review.Id}")).Select(line => line.Deed).ToList();
        Assert.Contains(ReviewDeed.Corrected, deeds);
        Assert.Contains(ReviewDeed.Revealed, deeds);
    }

    [FfmpegFact]
    public async Task CorrectedSpeakerAndBoundary_MoveTheLine_AndTheDebriefFollows()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        using var response = await CorrectAsync(room, review.Id, 3, line => line with { Speaker = Speaker.Caller, StartMs = 500, EndMs = 900 });
        var reading = await ReadAsync(room, review.Id);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([1, 3, 2], reading.Lines.OrderBy(line => line.StartMs).Select(line => line.Number));
        Assert.Equal(reading.Lines.OrderBy(line => line.StartMs).Select(line => line.Number), reading.Lines.Select(line => line.Number));
        Assert.Equal(Speaker.Caller, reading.Lines.Single(line => line.Number == 3).Speaker);
        Assert.Equal(1, reading.Debrief!.Numbers.TraineeUtterances);
    }

    [FfmpegFact]
    public async Task OneChannel_IsScored_OnceSomebodySaidWhoSpeaks()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(WavFile.ToBytes(MadeSound.Speaking(12, 0, 5)), "mono.wav");
        var before = await ReadAsync(room, review.Id);

        using var first = await CorrectAsync(room, review.Id, 1, line => line with { Speaker = Speaker.Staff });
        using var second = await CorrectAsync(room, review.Id, 2, line => line with { Speaker = Speaker.Caller });
        var after = await ReadAsync(room, review.Id);

        Assert.Null(before.Debrief);
        Assert.NotNull(after.Debrief);
        Assert.Equal([Speaker.Staff, Speaker.Caller], after.Lines.Select(line => line.Speaker));
    }

    [FfmpegFact]
    public async Task CorrectedWords_AreMasked_AsTheRecognisersAre()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        using var response = await CorrectAsync(room, review.Id, 2, line => line with { Text = "my name is Dana Fowler" });

        Assert.DoesNotContain("fowler", await room.Coach.Http.GetStringAsync($"/api/reviews/{review.Id}/reading"), StringComparison.OrdinalIgnoreCase);
    }

    [FfmpegFact]
    public async Task SlowerOfTwo_OverwritesNothing()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        using var first = await CorrectAsync(room, review.Id, 1, line => line with { Text = "one" });
        using var second = await CorrectAsync(room, review.Id, 1, line => line with { Text = "two", Version = 0 });

        Assert.Equal((HttpStatusCode.Conflict, "lineChanged"), await TestBrowser.ProblemAsync(second));
        Assert.Equal("one", (await ReadAsync(room, review.Id)).Lines[0].Text);
    }

    [FfmpegFact]
    public async Task WhatCannotBe_IsRefused()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        foreach (var wrong in (Func<CorrectLine, CorrectLine>[])
            [line => line with { Text = " " }, line => line with { Text = new string('x', 2_001) }, line => line with { Text = "a\u0001b" }, line => line with { StartMs = -1 },
            line => line with { EndMs = 6_001 }, line => line with { StartMs = 900, EndMs = 950 }])
        {
            using var refused = await CorrectAsync(room, review.Id, 1, wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(refused));
        }
        using var nowhere = await room.Coach.Http.GetAsync($"/api/reviews/{review.Id}/lines/99");
        Assert.Equal((HttpStatusCode.NotFound, "noSuchLine"), await TestBrowser.ProblemAsync(nowhere));
    }

    [Fact]
    public void WordsThatStay_KeepTheirTimes_AndNewOnesShareTheTimeBetween()
    {
        SpokenWord[] before = [new("i", 0, 100), new("am", 100, 200), new("curried", 400, 900)];

        var after = WordTimes.Of("I am so very worried", before, 0, 1_000);

        Assert.Equal(
            [new SpokenWord("I", 0, 100), new SpokenWord("am", 100, 200), new SpokenWord("so", 200, 466), new SpokenWord("very", 466, 733), new SpokenWord("worried", 733, 1_000)], after);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("one two three", 3)]
    public void WordsWithoutTimesBefore_AreSpreadOverTheLine(string text, int count)
    {
        var words = WordTimes.Of(text, [], 500, 2_000);

        Assert.Equal(count, words.Count);
        Assert.All(words, word => Assert.True(word is { StartMs: >= 500, EndMs: <= 2_000 } && word.StartMs <= word.EndMs));
    }

    private static Task<ReviewRoom> OpenAsync() => ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });

    private static Task<ReviewReading> ReadAsync(ReviewRoom room, Guid id) => room.Coach.GetAsync<ReviewReading>($"/api/reviews/{id}/reading");

    private static async Task<HttpResponseMessage> CorrectAsync(ReviewRoom room, Guid id, int number, Func<CorrectLine, CorrectLine> change)
    {
        var last = (await room.Coach.GetAsync<LineHistory>($"/api/reviews/{id}/lines/{number}")).Versions[^1];
        return await room.Coach.Http.PutAsJsonAsync($"/api/reviews/{id}/lines/{number}", change(new CorrectLine(last.Text, last.Speaker, last.StartMs, last.EndMs, last.Version)), Json.Options);
    }
}
