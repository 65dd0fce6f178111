using System.Globalization;
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
