using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class FolderTakerTests : IDisposable
{
    private readonly TestFolder dropped = new();

    public void Dispose() => dropped.Dispose();

    [FfmpegFact]
    public async Task DroppedFile_IsTakenWithWhatStandsBesideIt_AndLeavesTheFolder()
    {
        using var room = await OpenAsync();
        Drop("call.wav", MadeSound.TwoSided());
        Drop("call.wav.json", """{ "staff": "maya@riverside.example", "takenAt": "2026-11-20T10:15:00+01:00", "queue": "Triage", "consentNoted": true }"""u8.ToArray());

        Assert.Equal((0, 1), (await LookAsync(room), await LookAsync(room)));

        var taken = Assert.Single(await ListAsync(room));
        var review = await room.SettledAsync(taken.Id);
        Assert.Equal((ReviewStatus.Ready, "call.wav", "Maya Lindqvist", "Triage", true), (review.Status, review.FileName, review.StaffName, review.Queue, review.ConsentNoted));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero), review.TakenAt);
        Assert.Empty(Left());
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var line = Assert.Single(await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={taken.Id}"), line => line.Deed == ReviewDeed.Uploaded);
        Assert.Equal("Watched folder, for Priya Nair", line.PersonName);
    }

    [FfmpegFact]
    public async Task FileName_SaysWhenByWhomAndWhere()
    {
        using var room = await OpenAsync();
        Drop("2026-11-20_1015_maya@riverside.example_Billing.wav", MadeSound.TwoSided());

        await LookTwiceAsync(room);

        var review = Assert.Single(await ListAsync(room));
        Assert.Equal(("Maya Lindqvist", "Billing", 2026), (review.StaffName, review.Queue, review.TakenAt?.Year));
    }

    [FfmpegFact]
    public async Task FileThatStillGrows_IsLeftAlone()
    {
        using var room = await OpenAsync();
        var whole = MadeSound.TwoSided();
        Drop("call.wav", whole[..1_000]);

        Assert.Equal(0, await LookAsync(room));
        Drop("call.wav", whole);
        Assert.Equal(0, await LookAsync(room));
        Assert.Equal(1, await LookAsync(room));
    }

    [FfmpegFact]
    public async Task KilledBeforeItWasQueued_IsTakenOnce()
    {
        using var room = await OpenAsync();
        var sound = MadeSound.TwoSided();
        Drop("call.wav", sound);
        await LookTwiceAsync(room);
        var taken = Assert.Single(await ListAsync(room));
        await room.SettledAsync(taken.Id);
        // As it was when the server stopped while it copied.
        await ChangeAsync(room, taken.Id, row => (row.Status, row.Sha256, row.Channels) = (ReviewStatus.Uploading, null, null));
        foreach (var file in room.Files())
        {
            File.Delete(file);
        }
        Drop("call.wav", sound);

        await LookTwiceAsync(room);

        Assert.Equal(taken.Id, Assert.Single(await ListAsync(room)).Id);
        Assert.Empty(Left());
    }

    [FfmpegFact]
    public async Task KilledBeforeItLeftTheFolder_AndUploadedByHand_AreNotTakenAgain()
    {
        using var room = await OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        Drop("again.wav", MadeSound.TwoSided());

        Assert.Equal(0, await LookTwiceAsync(room));

        Assert.Equal(review.Id, Assert.Single(await ListAsync(room)).Id);
        Assert.Empty(Left());
    }

    [FfmpegTheory]
    [InlineData("notes.docx", "words", "not of a kind that is taken")]
    [InlineData("empty.wav", "", "is empty")]
    [InlineData("2026-11-20_1015_nobody_Billing.wav", "sound", "Nobody of the organisation has this name")]
    [InlineData("2099-11-20_1015.wav", "sound", "cannot have been at that time")]
    public async Task BadFile_IsPutAside_WithTheReasonBesideIt(string name, string content, string reason)
    {
        using var room = await OpenAsync();
        Drop(name, System.Text.Encoding.UTF8.GetBytes(content));

        await LookTwiceAsync(room);

        Assert.Empty(await ListAsync(room));
        Assert.Empty(Left());
        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(dropped.Path, FolderTaker.Bad, name)));
        Assert.Contains(reason, await File.ReadAllTextAsync(Path.Combine(dropped.Path, FolderTaker.Bad, name + ".txt")), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task DescriptionThatCannotBeRead_PutsBothAside()
    {
        using var room = await OpenAsync();
        Drop("call.wav", MadeSound.TwoSided());
        Drop("call.wav.json", "{ staff: maya }"u8.ToArray());

        await LookTwiceAsync(room);

        Assert.Empty(Left());
        Assert.Equal(["call.wav", "call.wav.json", "call.wav.txt"], Directory.GetFiles(Path.Combine(dropped.Path, FolderTaker.Bad)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [FfmpegFact]
    public async Task Link_IsNotFollowed()
    {
        using var room = await OpenAsync();
        var secret = Path.Combine(room.Server.Store.DataFolder, "secret.wav");
        await File.WriteAllBytesAsync(secret, MadeSound.TwoSided());
        File.CreateSymbolicLink(Path.Combine(dropped.Path, "call.wav"), secret);

        await LookTwiceAsync(room);

        Assert.Empty(await ListAsync(room));
        Assert.True(File.Exists(secret));
    }

    [FfmpegFact]
    public async Task FolderOfSomebodyWhoMayNotUpload_IsNotTakenFrom()
    {
        using var room = await OpenAsync();
        Drop("call.wav", MadeSound.TwoSided());
        var folder = new WatchedFolder { Folder = dropped.Path, As = "maya@riverside.example" };
        var taker = room.Server.Services.GetRequiredService<FolderTaker>();

        Assert.Equal((0, 0), (await taker.LookAsync(folder, CancellationToken.None), await taker.LookAsync(folder, CancellationToken.None)));
        Assert.Single(Left());
    }

    private static Task<ReviewRoom> OpenAsync() => ReviewRoom.OpenAsync(null, null, ("Watching:SettleSeconds", "0"));

    private void Drop(string name, byte[] content) => File.WriteAllBytes(Path.Combine(dropped.Path, name), content);

    private string[] Left() => Directory.GetFiles(dropped.Path);

    private Task<int> LookAsync(ReviewRoom room) => room.Server.Services.GetRequiredService<FolderTaker>()
        .LookAsync(new WatchedFolder { Folder = dropped.Path, As = "priya@riverside.example", Queue = "Front desk" }, CancellationToken.None);

    private async Task<int> LookTwiceAsync(ReviewRoom room) => await LookAsync(room) + await LookAsync(room);

    private static async Task<IReadOnlyList<ReviewSummary>> ListAsync(ReviewRoom room) => (await room.Coach.GetAsync<ReviewPage>("/api/reviews")).Reviews;

    private static async Task ChangeAsync(ReviewRoom room, Guid id, Action<RecordedCallRow> change)
    {
        await using var db = room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);
        db.RecordedLines.RemoveRange(await db.RecordedLines.Where(line => line.RecordedCallId == id).ToListAsync());
        change(await db.RecordedCalls.SingleAsync(row => row.Id == id));
        await db.SaveChangesAsync();
    }
}
