using System.Net;
using System.Text.Json;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class ExportTests
{
    [FfmpegFact]
    public async Task Review_IsExportedMasked_AsAFile_AndThatIsWrittenDown()
    {
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Says = ["may i have your name", "dana fowler", "thank you dana"] });
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());

        using var response = await room.Coach.Http.GetAsync($"/api/reviews/{review.Id}/export");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(("application/json", $"review-{review.Id:N}.json"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.DoesNotContain("fowler", text, StringComparison.OrdinalIgnoreCase);
        using var exported = JsonDocument.Parse(text);
        Assert.Equal("Priya Nair", exported.RootElement.GetProperty("exportedBy").GetString());
        Assert.Equal(3, exported.RootElement.GetProperty("reading").GetProperty("lines").GetArrayLength());
        Assert.Contains(await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={review.Id}"), line => line.Deed == ReviewDeed.Exported);
    }

    [FfmpegFact]
    public async Task Table_HasALineForEachRecordingThatIsReady_AndFitsTheFilter()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided(), "=cmd, \"monday\".wav");
        await room.BeginAsync(new byte[100]);

        var all = await room.Coach.Http.GetStringAsync("/api/reviews/export");
        var none = await room.Coach.Http.GetStringAsync("/api/reviews/export?queue=Nobody");

        var lines = all.Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("id,file,staff,taken,uploaded,queue,seconds,overall,tone,empathy,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{review.Id},\"'=cmd, \"\"monday\"\".wav\",", lines[1], StringComparison.Ordinal);
        Assert.Single(none.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("plain", "plain\r\n")]
    [InlineData("a,b", "\"a,b\"\r\n")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"\r\n")]
    [InlineData("+1", "'+1\r\n")]
    [InlineData("@sum", "'@sum\r\n")]
    [InlineData("", "\r\n")]
    public void Cell_IsQuotedWhereItMustBe_AndRunsNowhere(string cell, string line) => Assert.Equal(line, CsvLine.Of(cell));
}
