using System.Net;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class UploadTests
{
    [FfmpegFact]
    public async Task Recording_IsUploadedDecodedAndWrittenDown_APartyOnEachSide()
    {
        using var room = await ReviewRoom.OpenAsync();

        var review = await room.TakeInAsync(MadeSound.TwoSided());

        Assert.Equal((ReviewStatus.Ready, true, 0, "counting"), (review.Status, review.TwoSided, review.StaffChannel, review.Engine));
        Assert.Equal(("Billing", true, 6_000), (review.Queue, review.ConsentNoted, review.DurationMs));
        Assert.Empty(review.Notes);
        var lines = await room.LinesAsync(review.Id);
        Assert.Equal([0, 1, 0], lines.Select(line => line.Row.Channel));
        Assert.Equal(["words one", "words two", "words three"], lines.Select(line => line.Words.Text));
        Assert.All(lines.Zip([0, 1_000, 3_000]), pair => Assert.InRange(pair.First.Row.StartMs, pair.Second, pair.Second + 150));
        // Times of words count from the beginning of the recording.
        Assert.InRange(lines[2].Words.Words[0].StartMs, 3_000, 3_300);
    }

    [FfmpegFact]
    public async Task NothingOfTheSound_OrOfTheWords_LiesInClear_AndTheUploadIsGone()
    {
        using var room = await ReviewRoom.OpenAsync();
        var wav = MadeSound.TwoSided();

        var review = await room.TakeInAsync(wav);

        Assert.DoesNotContain(room.Files(), file => file.EndsWith(".upload", StringComparison.Ordinal));
        var kept = await File.ReadAllBytesAsync(Assert.Single(room.Sounds()));
        Assert.Equal(-1, kept.AsSpan().IndexOf(wav.AsSpan(10_000, 16)));
        Assert.Equal(-1, (await room.LinesAsync(review.Id))[0].Row.Sealed.AsSpan().IndexOf("words"u8));
    }

    [FfmpegFact]
    public async Task Upload_GoesOn_WhereItWasLeft_AfterTheServerWasStartedAgain()
    {
        using var store = TestStore.Create();
        var wav = MadeSound.TwoSided();
        Guid id;
        using (var before = await ReviewRoom.OpenAsync(store))
        {
            id = (await before.BeginAsync(wav)).Id;
            using var first = await before.SendAsync(id, 0, wav.AsMemory(0, 70_001));
            Assert.Equal(70_001, (await TestBrowser.ReadAsync<ReviewSummary>(first)).ReceivedBytes);
        }

        using var room = await ReviewRoom.OpenAsync(store);
        var left = await room.GetAsync(id);
        using var wrong = await room.SendAsync(id, 70_000, wav.AsMemory(70_000));
        using var rest = await room.SendAsync(id, left.ReceivedBytes, wav.AsMemory(70_001));

        Assert.Equal((HttpStatusCode.Conflict, "wrongOffset"), await TestBrowser.ProblemAsync(wrong));
        Assert.Equal((ReviewStatus.Uploading, 70_001), (left.Status, left.ReceivedBytes));
        Assert.Equal(HttpStatusCode.OK, rest.StatusCode);
        Assert.Equal((ReviewStatus.Ready, 6_000), ((await room.SettledAsync(id)).Status, (await room.GetAsync(id)).DurationMs));
    }

    [FfmpegFact]
    public async Task SameFile_IsTakenOnce_UnderWhateverName()
    {
        using var room = await ReviewRoom.OpenAsync();
        var wav = MadeSound.TwoSided();
        var first = await room.TakeInAsync(wav);

        var second = await room.BeginAsync(wav, "again.wav");
        using var refused = await room.SendAsync(second.Id, 0, wav);

        Assert.Equal((HttpStatusCode.Conflict, "recordedAlready"), await TestBrowser.ProblemAsync(refused));
        var page = await room.Coach.GetAsync<ReviewPage>("/api/reviews");
        Assert.Equal(first.Id, Assert.Single(page.Reviews).Id);
        Assert.Single(room.Sounds());
        Assert.Single(room.Files(), file => file.EndsWith(".outline", StringComparison.Ordinal));
    }

    [ServerFact]
    public async Task MoreThanWasAnnounced_IsRefused_AndWhatHadArrivedStays()
    {
        using var room = await ReviewRoom.OpenAsync();
        var file = new byte[1_000];
        var id = (await room.BeginAsync(file)).Id;
        using var half = await room.SendAsync(id, 0, file.AsMemory(0, 600));

        using var tooMuch = await room.SendAsync(id, 600, file.AsMemory(0, 401));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(tooMuch));
        Assert.Equal(600, (await room.GetAsync(id)).ReceivedBytes);
    }

    [ServerFact]
    public async Task PieceThatIsTooLarge_IsRefused()
    {
        using var room = await ReviewRoom.OpenAsync(settings: ("ChunkKilobytes", "16"));
        var file = new byte[20_000];
        var id = (await room.BeginAsync(file)).Id;

        using var refused = await room.SendAsync(id, 0, file);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "tooLarge"), await TestBrowser.ProblemAsync(refused));
    }

    [ServerFact]
    public async Task WhatCannotBeTaken_IsSaidBeforeAnythingIsSent()
    {
        using var room = await ReviewRoom.OpenAsync(settings: [("MaxFileMegabytes", "1"), ("MaxOpenUploads", "1")]);

        Assert.Equal("empty", await RefusedAsync(room, new("call.wav", 0, null, null, "", false)));
        Assert.Equal("fileKind", await RefusedAsync(room, new("notes.docx", 10, null, null, "", false)));
        Assert.Equal("tooLarge", await RefusedAsync(room, new("call.wav", 1_000_001, null, null, "", false)));
        Assert.Equal("invalid", await RefusedAsync(room, new(new string('x', 197) + ".wav", 10, null, null, "", false)));
        Assert.Equal("invalid", await RefusedAsync(room, new("call.wav", 10, Guid.NewGuid(), null, "", false)));
        Assert.Equal("invalid", await RefusedAsync(room, new("call.wav", 10, null, DateTimeOffset.MaxValue, "", false)));
        Assert.Equal("invalid", await RefusedAsync(room, new("call.wav", 10, null, null, new string('q', 101), false)));
        await room.BeginAsync(new byte[10]);
        Assert.Equal("tooManyUploads", await RefusedAsync(room, new("call.wav", 10, null, null, "", false)));
    }

    [ServerFact]
    public async Task UploadsBegunTooFast_AreSlowedDown()
    {
        using var room = await ReviewRoom.OpenAsync(settings: ("UploadsPerMinute", "2"));
        await room.BeginAsync(new byte[10]);
        await room.BeginAsync(new byte[10]);

        Assert.Equal("tooManyTries", await RefusedAsync(room, new("call.wav", 10, null, null, "", false)));
    }

    [ServerFact]
    public async Task DiskWithoutRoom_RefusesTheUpload()
    {
        using var room = await ReviewRoom.OpenAsync(settings: ("SpareDiskMegabytes", "1000000"));

        using var refused = await room.Coach.PostAsync("/api/reviews", ReviewRoom.Announced(new byte[10]));

        Assert.Equal((HttpStatusCode.InsufficientStorage, "diskFull"), await TestBrowser.ProblemAsync(refused));
    }

    [ServerFact]
    public async Task FolderInTheName_IsLeftOut_AndTheOneWhoTookTheCallIsNamed()
    {
        using var room = await ReviewRoom.OpenAsync();
        var staff = await room.Coach.GetAsync<List<StaffMember>>("/api/reviews/staff");
        var maya = staff.Single(person => person.DisplayName == "Maya Lindqvist");
        var taken = new DateTimeOffset(2026, 11, 2, 9, 30, 0, TimeSpan.Zero);

        using var response = await room.Coach.PostAsync("/api/reviews", new BeginUpload("C:\\calls\\../one.mp3", 10, maya.Id, taken, " Front desk ", false));
        var review = await TestBrowser.ReadAsync<ReviewSummary>(response);

        Assert.Equal(("one.mp3", "Maya Lindqvist", taken, "Front desk", false), (review.FileName, review.StaffName, review.TakenAt, review.Queue, review.ConsentNoted));
    }

    private static async Task<string?> RefusedAsync(ReviewRoom room, BeginUpload request)
    {
        using var response = await room.Coach.PostAsync("/api/reviews", request);
        Assert.False(response.IsSuccessStatusCode);
        return (await TestBrowser.ProblemAsync(response)).Code;
    }
}
