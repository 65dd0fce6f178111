using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class RetentionTests
{
    [FfmpegFact]
    public async Task RecordingThatWasKeptLongEnough_IsGone_WithSoundWordsAndDrafts_AndLeavesALineInTheAudit()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        using var drafted = await room.Coach.PostAsync($"/api/reviews/{review.Id}/practices", new BeginPractice(2));
        await AgeAsync(room, review.Id, days: 31);

        using var set = await SetAsync(administrator, 30);
        await RetentionOf(room).RemoveExpiredAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, drafted.StatusCode);
        using var gone = await room.Coach.Http.GetAsync($"/api/reviews/{review.Id}");
        Assert.Equal((HttpStatusCode.NotFound, "noSuchReview"), await TestBrowser.ProblemAsync(gone));
        Assert.Empty(room.Files());
        await using var db = Db(room);
        Assert.Equal((0, 0), (await db.RecordedLines.CountAsync(), await db.MomentPractices.CountAsync()));
        Assert.Contains(await administrator.GetAsync<List<AuditLine>>($"/api/reviews/audit?recordedCallId={review.Id}"), line => (line.PersonName, line.Deed) == (ReviewRetention.Name, ReviewDeed.Removed));
    }

    [FfmpegFact]
    public async Task YoungerRecording_AndOneOnHold_AndAnotherOrganisations_Stay()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var held = await room.TakeInAsync(MadeSound.TwoSided());
        var young = await room.TakeInAsync(MadeSound.Stereo(MadeSound.Speaking(6, 0), MadeSound.Speaking(6, 2)));
        await AgeAsync(room, held.Id, days: 400);
        await AgeAsync(room, young.Id, days: 29);
        using var hold = await administrator.Http.PutAsJsonAsync($"/api/reviews/{held.Id}/hold", new HoldReason("A claim is open."), Json.Options);

        using var set = await SetAsync(administrator, 30);
        var removed = await RetentionOf(room).RemoveExpiredAsync(CancellationToken.None);

        Assert.Equal(0, removed);
        Assert.Equal("A claim is open.", (await room.GetAsync(held.Id)).Hold?.Reason);
        Assert.Null((await room.GetAsync(held.Id)).RemovedAt);
        var about = await room.GetAsync(young.Id);
        Assert.Equal(about.UploadedAt.AddDays(30), about.RemovedAt);
    }

    [FfmpegFact]
    public async Task HeldRecording_IsNotRemovedByAnybody_UntilItIsLetGo()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        using var byCoach = await room.Coach.Http.PutAsJsonAsync($"/api/reviews/{review.Id}/hold", new HoldReason("Mine."), Json.Options);
        using var hold = await administrator.Http.PutAsJsonAsync($"/api/reviews/{review.Id}/hold", new HoldReason("A claim is open."), Json.Options);

        using var refused = await administrator.Http.DeleteAsync($"/api/reviews/{review.Id}");
        var files = room.Sounds().Count;
        await Assert.ThrowsAsync<DbUpdateException>(async () =>
        {
            // Also past the handler.
            await using var db = Db(room);
            db.Remove(await db.RecordedCalls.SingleAsync());
            await db.SaveChangesAsync();
        });
        using var release = await administrator.Http.DeleteAsync($"/api/reviews/{review.Id}/hold");
        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}");

        Assert.Equal(HttpStatusCode.Forbidden, byCoach.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "onHold"), await TestBrowser.ProblemAsync(refused));
        Assert.Equal(1, files);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (release.StatusCode, removed.StatusCode));
        Assert.Empty(room.Files());
    }

    [FfmpegFact]
    public async Task FilesOfARemovedRecording_AreSweptUp_AndThoseOfNoRemovalAreNot()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        var left = Assert.Single(room.Sounds());
        var unknown = Path.Combine(Path.GetDirectoryName(left)!, Guid.NewGuid().ToString("N") + ".sound");
        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{review.Id}");
        await File.WriteAllTextAsync(left, "as a crash leaves it");
        await File.WriteAllTextAsync(unknown, "of another database");

        await RetentionOf(room).SweepAsync(CancellationToken.None);

        Assert.Equal([unknown], room.Files());
    }

    [ServerFact]
    public async Task Rule_IsChangedByAdministratorsOnly_WithinLimits()
    {
        using var room = await ReviewRoom.OpenAsync();
        using var administrator = await room.Server.SignInAsync(Role.Administrator);

        using var byCoach = await SetAsync(room.Coach, 10);
        using var none = await SetAsync(administrator, 0);
        using var ninety = await SetAsync(administrator, 90);
        var kept = await room.Coach.GetAsync<Retention>("/api/reviews/retention");
        using var forever = await SetAsync(administrator, null);

        Assert.Equal(HttpStatusCode.Forbidden, byCoach.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), await TestBrowser.ProblemAsync(none));
        Assert.Equal(90, kept.KeepDays);
        Assert.Null((await room.Coach.GetAsync<Retention>("/api/reviews/retention")).KeepDays);
        Assert.Contains(await administrator.GetAsync<List<AuditLine>>("/api/reviews/audit"), line => line.Deed == ReviewDeed.ChangedRetention);
    }

    private static ReviewRetention RetentionOf(ReviewRoom room) => room.Server.Services.GetRequiredService<ReviewRetention>();

    private static TrainingDb Db(ReviewRoom room) => room.Server.Services.GetRequiredService<TrainingDbFactory>().Create(DemoAccounts.Riverside);

    private static Task<HttpResponseMessage> SetAsync(TestBrowser browser, int? days) => browser.Http.PutAsJsonAsync("/api/reviews/retention", new Retention(days), Json.Options);

    /// <summary>As if it had been uploaded so long ago.</summary>
    private static async Task AgeAsync(ReviewRoom room, Guid id, int days)
    {
        await using var db = Db(room);
        var call = await db.RecordedCalls.SingleAsync(row => row.Id == id);
        db.Entry(call).Property(row => row.UploadedAt).CurrentValue = TimeProvider.System.GetUtcNow().AddDays(-days);
        await db.SaveChangesAsync();
    }
}
