using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>What happens where the tools are not as they should be: in their place stand scripts.</summary>
public sealed class MediaToolTests : IDisposable
{
    private readonly TestFolder folder = new();

    [ServerFact]
    public async Task MissingTool_IsNamed_WithTheCure_AndTheRecordingCanBeTriedAgain()
    {
        using var room = await ReviewRoom.OpenAsync(settings: ("Ffprobe", "/nowhere/ffprobe"));

        var review = await room.TakeInAsync(MadeSound.TwoSided());

        Assert.Equal((ReviewStatus.Failed, "decoderMissing", ReviewStage.Probe), (review.Status, review.ProblemCode, review.Stage));
        Assert.Contains("apt-get install ffmpeg", review.Problem, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task ToolThatHangs_IsStopped_AndSaidToBeSlow()
    {
        using var room = await ReviewRoom.OpenAsync(settings: [("Ffmpeg", Script("exec sleep 600")), ("DecodeSeconds", "1")]);

        var review = await room.TakeInAsync(MadeSound.TwoSided());

        Assert.Equal((ReviewStatus.Failed, "decoderSlow", ReviewStage.Decode), (review.Status, review.ProblemCode, review.Stage));
    }

    [FfmpegFact]
    public async Task ToolThatIsKilled_IsSaidToHaveBeenStopped()
    {
        using var room = await ReviewRoom.OpenAsync(settings: ("Ffmpeg", Script("kill -9 $$")));

        var review = await room.TakeInAsync(MadeSound.TwoSided());

        Assert.Equal((ReviewStatus.Failed, "decoderStopped"), (review.Status, review.ProblemCode));
        Assert.EndsWith(".upload", Assert.Single(room.Files(), file => !file.EndsWith(".half", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task ToolThatPoursWithoutEnd_IsStopped_AtTheLongestLengthThatIsTaken()
    {
        using var room = await ReviewRoom.OpenAsync(settings: [("Ffmpeg", Script("exec yes sound")), ("MaxMinutes", "1")]);

        Assert.Equal("tooLong", (await room.TakeInAsync(MadeSound.TwoSided())).ProblemCode);
    }

    [FfmpegFact]
    public async Task ToolMayWriteNoFile_AndSeesNoneOfTheServersSettings()
    {
        var stolen = Path.Combine(folder.Path, "stolen");
        Environment.SetEnvironmentVariable("TRAINING_TEST_SECRET", "secret");
        using var room = await ReviewRoom.OpenAsync(settings: ("Ffprobe", Script($"sh -c 'echo x > {stolen}'\necho \"$TRAINING_TEST_SECRET\" >&2\nexit 1")));

        var review = await room.TakeInAsync(MadeSound.TwoSided());

        Assert.Equal("notSound", review.ProblemCode);
        Assert.DoesNotContain("secret", review.Problem, StringComparison.Ordinal);
        Assert.True(!File.Exists(stolen) || new FileInfo(stolen).Length == 0);
    }

    [FfmpegFact]
    public async Task FailedRecording_TriedAgainWithTheToolThere_GoesOnInItsStage()
    {
        using var store = TestStore.Create();
        Guid id;
        using (var without = await ReviewRoom.OpenAsync(store, settings: ("Ffmpeg", "/nowhere/ffmpeg")))
        {
            var failed = await without.TakeInAsync(MadeSound.TwoSided());
            Assert.Equal(("decoderMissing", ReviewStage.Decode), (failed.ProblemCode, failed.Stage));
            id = failed.Id;
        }

        using var room = await ReviewRoom.OpenAsync(store);
        Assert.Equal(ReviewStatus.Failed, (await room.GetAsync(id)).Status);
        using var again = await room.Coach.PostAsync($"/api/reviews/{id}/retry", new { });
        var done = await room.SettledAsync(id);
        using var third = await room.Coach.PostAsync($"/api/reviews/{id}/retry", new { });

        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal((ReviewStatus.Ready, null), (done.Status, done.Problem));
        Assert.Equal("notFailed", (await TestBrowser.ProblemAsync(third)).Code);
    }

    public void Dispose() => folder.Dispose();

    private string Script(string body)
    {
        var path = Path.Combine(folder.Path, "tool.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return path;
    }
}
