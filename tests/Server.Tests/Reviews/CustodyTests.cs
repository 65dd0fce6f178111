using System.Net;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class CustodyTests
{
    private static readonly string[] Said = ["may i have your name", "dana fowler", "thank you dana"];

    [FfmpegFact]
    public async Task Identifiers_AreMaskedInAllThatIsShown_AndRevealedOnlyWhenAskedFor()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = Said });
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        var masked = await room.Coach.Http.GetStringAsync($"/api/reviews/{review.Id}/reading");
        var revealed = await room.Coach.GetAsync<ReviewReading>($"/api/reviews/{review.Id}/reading?reveal=true");

        // The whole answer: lines, words, marks and debrief.
        Assert.DoesNotContain("dana", masked, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fowler", masked, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[name]", masked, StringComparison.Ordinal);
        Assert.Equal((true, "dana fowler", 2), (revealed.Revealed, revealed.Lines[1].Text, revealed.Lines[1].Words.Count));
    }

    [FfmpegFact]
    public async Task WhoDidWhat_IsWrittenDown_Once_AndStaysWhenTheCallIsGone()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        for (var i = 0; i < 2; i++)
        {
            _ = await room.Coach.Http.GetStringAsync($"/api/reviews/{review.Id}/reading");
            _ = await room.Coach.Http.GetByteArrayAsync($"/api/reviews/{review.Id}/sound");
        }
        _ = await room.Coach.Http.GetStringAsync($"/api/reviews/{review.Id}/reading?reveal=true");
        _ = await administrator.Http.GetStringAsync($"/api/reviews/{review.Id}/reading");

        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}");

        var lines = await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={review.Id}");
        Assert.Equal(
            [("Priya Nair", ReviewDeed.Uploaded), ("Priya Nair", ReviewDeed.Opened), ("Priya Nair", ReviewDeed.Heard), ("Priya Nair", ReviewDeed.Revealed), ("Sam Okafor", ReviewDeed.Opened), ("Priya Nair", ReviewDeed.Removed)],
            lines.AsEnumerable().Reverse().Select(line => (line.PersonName, line.Deed)));
    }

    [FfmpegFact]
    public async Task RemovedCall_IsGone_WithItsSoundAndItsWords()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}");
        using var again = await room.Coach.Http.GetAsync($"/api/reviews/{review.Id}/sound");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "noSuchReview"), await TestBrowser.ProblemAsync(again));
        Assert.Empty(room.Files());
        Assert.Empty(await room.LinesAsync(review.Id));
    }

    [ServerFact]
    public async Task Audit_IsForAdministrators()
    {
        using var room = await ReviewRoom.OpenAsync();

        using var response = await room.Coach.Http.GetAsync("/api/reviews/audit");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
