using System.Globalization;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Threads;

namespace RealtimeTraining.Speech.Tests.Threads;

public sealed class YieldingThreadTests
{
    [Fact]
    public async Task Work_RunsOnAThreadThatGivesWay_AndNoOtherDoes()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Equal(ThreadPriority.Lowest, await YieldingThread.RunAsync(() => Thread.CurrentThread.Priority));
            return;
        }
        var before = Niceness();
        Assert.Equal(19, await YieldingThread.RunAsync(Niceness));
        Assert.Equal(before, await OnAnotherThreadAsync());
    }

    [Fact]
    public async Task WhatWaitsForTheWork_DoesNotGiveWay()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var before = Niceness();
        // A thread that came to wait before the work is done goes on where the work is completed, unless it is handed over.
        using var waits = new ManualResetEventSlim();
        var after = NicenessAfterAsync(YieldingThread.RunAsync(() =>
        {
            waits.Wait();
            return Niceness();
        }));
        waits.Set();

        Assert.Equal((19, before), await after);
    }

    [PocketSphinxFact]
    public async Task WhatWaitsForADecoderThatGivesWay_DoesNot()
    {
        var before = Niceness();
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1, GivesWay = true });
        await using var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        for (var i = 0; i < 20; i++)
        {
            stream.Write(new short[320]);
            await stream.FinishAsync(CancellationToken.None).ConfigureAwait(false);
            Assert.Equal(before, Niceness());
        }
    }

    [Fact]
    public async Task WhatTheWorkThrows_ComesOutOfTheTask()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => YieldingThread.RunAsync<int>(() => throw new InvalidDataException("cut short")));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => YieldingThread.RunAsync(() =>
        {
            stopped.Token.ThrowIfCancellationRequested();
            return 0;
        }));
    }

    private static async Task<(int Work, int After)> NicenessAfterAsync(Task<int> work) => (await work.ConfigureAwait(false), Niceness());

    private static Task<int> OnAnotherThreadAsync()
    {
        var done = new TaskCompletionSource<int>();
        new Thread(() => done.SetResult(Niceness())) { IsBackground = true }.Start();
        return done.Task;
    }

    /// <summary>Of the calling thread: the nineteenth field of its stat (proc_pid_stat(5)), counted from behind its name.</summary>
    private static int Niceness()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }
}
