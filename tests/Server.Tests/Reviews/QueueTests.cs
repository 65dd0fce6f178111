using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class QueueTests
{
    [FfmpegTheory]
    [InlineData(ReviewStage.Probe)]
    [InlineData(ReviewStage.Decode)]
    public async Task ServerThatDiedInAStage_DoesItAgain(ReviewStage stage)
    {
        using var store = TestStore.Create();
        Guid id;
        // As a killed server leaves it: the file is there, half of the sound too, the store says it was being worked on.
        using (var before = await ReviewRoom.OpenAsync(store, settings: ("Worker", "false")))
        {
            var wav = MadeSound.TwoSided();
            id = (await before.BeginAsync(wav)).Id;
            using var sent = await before.SendAsync(id, 0, wav);
            await File.WriteAllBytesAsync(Path.ChangeExtension(before.Files().Single(), ".sound.half"), new byte[5_000]);
            await LeaveAsync(store, id, stage);
        }

        using var room = await ReviewRoom.OpenAsync(store);
        var review = await room.SettledAsync(id);

        Assert.Equal((ReviewStatus.Ready, null), (review.Status, review.Problem));
        Assert.Equal(3, (await room.LinesAsync(id)).Count);
        Assert.Single(room.Sounds());
        Assert.DoesNotContain(room.Files(), file => file.EndsWith(".half", StringComparison.Ordinal) || file.EndsWith(".upload", StringComparison.Ordinal));
    }

    [FfmpegFact]
    public async Task ServerStoppedWhileItWritesDown_GoesOnAfterTheLastLineThatWasKept()
    {
        using var store = TestStore.Create();
        Guid id;
        var atSecond = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new CountingRecogniser
        {
            Before = async (index, cancelled) =>
            {
                if (index == 1)
                {
                    atSecond.SetResult();
                    await Task.Delay(Timeout.Infinite, cancelled);
                }
            },
        };
        using (var before = await ReviewRoom.OpenAsync(store, slow))
        {
            var wav = MadeSound.TwoSided();
            id = (await before.BeginAsync(wav)).Id;
            using var sent = await before.SendAsync(id, 0, wav);
            await atSecond.Task;
            var working = await before.GetAsync(id);
            Assert.Equal((ReviewStatus.Working, ReviewStage.Transcribe), (working.Status, working.Stage));
            Assert.InRange(working.Progress!.Done, 0.3, 0.4);
        }
        Assert.Single(slow.HeardMs);

        var rest = new CountingRecogniser();
        using var room = await ReviewRoom.OpenAsync(store, rest);
        await room.SettledAsync(id);

        // Two stretches were left; the one that was kept was not heard again.
        Assert.Equal(2, rest.HeardMs.Count);
        Assert.Equal(["words one", "words one", "words two"], (await room.LinesAsync(id)).Select(line => line.Words.Text));
    }

    [FfmpegFact]
    public async Task Recordings_AreDoneInTheOrderTheyCame_AndEachSaysHowManyComeBefore()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var room = await ReviewRoom.OpenAsync(recogniser: new CountingRecogniser { Before = (_, cancelled) => go.Task.WaitAsync(cancelled) });
        var ids = new List<Guid>();
        foreach (var speaks in new[] { 0, 2, 4 })
        {
            var wav = MadeSound.Stereo(MadeSound.Speaking(6, speaks), MadeSound.Speaking(6, 1));
            ids.Add((await room.BeginAsync(wav, $"{speaks}.wav")).Id);
            using var sent = await room.SendAsync(ids[^1], 0, wav);
        }
        await room.UntilAsync(ids[0], review => review is { Status: ReviewStatus.Working, Stage: ReviewStage.Transcribe });

        var last = await room.GetAsync(ids[2]);
        go.SetResult();

        Assert.Equal((ReviewStatus.Queued, 2), (last.Status, last.Before));
        Assert.Equal(ReviewStatus.Ready, (await room.SettledAsync(ids[2])).Status);
        Assert.Equal(ReviewStatus.Ready, (await room.GetAsync(ids[1])).Status);
    }

    [FfmpegFact]
    public async Task RecordingRemovedWhileItIsWorkedOn_LeavesNothing_AndTheQueueGoesOn()
    {
        var writing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var recogniser = new CountingRecogniser
        {
            Before = (_, cancelled) =>
            {
                writing.TrySetResult();
                return Task.Delay(Timeout.Infinite, cancelled);
            },
        };
        using var room = await ReviewRoom.OpenAsync(recogniser: recogniser);
        var wav = MadeSound.TwoSided();
        var id = (await room.BeginAsync(wav)).Id;
        using var sent = await room.SendAsync(id, 0, wav);
        await writing.Task;

        using var removed = await room.Coach.Http.DeleteAsync($"/api/reviews/{id}");
        recogniser.Before = null;

        Assert.True(removed.IsSuccessStatusCode);
        Assert.Empty((await room.Coach.GetAsync<ReviewPage>("/api/reviews")).Reviews);
        Assert.Empty(await room.LinesAsync(id));
        // The same file again, to the end: nothing of the first is in its way.
        Assert.Equal(ReviewStatus.Ready, (await room.TakeInAsync(wav)).Status);
        Assert.Single(room.Sounds());
    }

    [FfmpegFact]
    public async Task UploadThatWasGivenUp_IsForgotten_AfterADay()
    {
        var time = new ManualTimeProvider();
        using var server = TrainingServer.Start(new() { Time = time });
        using var coach = await server.SignInAsync(Role.Coach);
        using var begun = await coach.PostAsync("/api/reviews", ReviewRoom.Announced(new byte[100]));
        var id = (await TestBrowser.ReadAsync<ReviewSummary>(begun)).Id;
        using var content = new ByteArrayContent(new byte[50]);
        using var half = await coach.Http.PutAsync($"/api/reviews/{id}/content?offset=0", content);
        var folder = Path.Combine(server.Store.DataFolder, "reviews");
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));

        for (var hour = 0; hour < 25; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length > 0)
        {
            await Task.Delay(20, patience.Token);
            time.Advance(TimeSpan.FromMinutes(10));
        }
    }

    [FfmpegFact]
    public async Task Sides_AreSwapped_ByOneRequest()
    {
        using var room = await ReviewRoom.OpenAsync();
        var review = await room.TakeInAsync(MadeSound.TwoSided());
        var mono = await room.TakeInAsync(Speech.Audio.WavFile.ToBytes(MadeSound.Speaking(3, 0)), "mono.wav");

        using var swapped = await room.Coach.PostAsync($"/api/reviews/{review.Id}/swap", new { });
        using var refused = await room.Coach.PostAsync($"/api/reviews/{mono.Id}/swap", new { });

        Assert.Equal(1, (await TestBrowser.ReadAsync<ReviewSummary>(swapped)).StaffChannel);
        Assert.Equal("notTwoSided", (await TestBrowser.ProblemAsync(refused)).Code);
        using var administrator = await room.Server.SignInAsync(Role.Administrator);
        var audit = await administrator.GetAsync<List<AuditLine>>("/api/reviews/audit");
        Assert.Equal(review.Id, Assert.Single(audit, line => line.Deed == ReviewDeed.SwappedSides).RecordedCallId);
    }

    [ServerFact]
    public async Task List_IsFiltered_AndComesInPages_AlsoOfFilesBegunAtOnce()
    {
        using var server = TrainingServer.Start(new() { Time = new ManualTimeProvider() });
        using var coach = await server.SignInAsync(Role.Coach);
        for (var i = 0; i < 5; i++)
        {
            using var begun = await coach.PostAsync("/api/reviews", new BeginUpload($"{i}.wav", 10, null, null, i % 2 == 0 ? "Billing" : "Front desk", true));
        }

        var first = await coach.GetAsync<ReviewPage>("/api/reviews?take=2");
        var second = await coach.GetAsync<ReviewPage>($"/api/reviews?take=2&before={first.Next}");
        var third = await coach.GetAsync<ReviewPage>($"/api/reviews?take=2&before={second.Next}");
        var billing = await coach.GetAsync<ReviewPage>("/api/reviews?queue=Billing&status=uploading");
        using var wrong = await coach.Http.GetAsync("/api/reviews?before=yesterday");

        Assert.Equal(5, first.Reviews.Concat(second.Reviews).Concat(third.Reviews).Select(review => review.FileName).Distinct().Count());
        Assert.Null(third.Next);
        Assert.Equal(3, billing.Reviews.Count);
        Assert.Empty((await coach.GetAsync<ReviewPage>("/api/reviews?status=ready")).Reviews);
        Assert.Equal("cursorInvalid", (await TestBrowser.ProblemAsync(wrong)).Code);
    }

    private static async Task LeaveAsync(TestStore store, Guid id, ReviewStage stage)
    {
        await using var db = store.Databases.Create(DemoAccounts.Riverside);
        var row = await db.RecordedCalls.SingleAsync(call => call.Id == id);
        (row.Status, row.Stage) = (ReviewStatus.Working, stage);
        await db.SaveChangesAsync();
    }
}
