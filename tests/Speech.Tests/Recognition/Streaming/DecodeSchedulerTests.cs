using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

public sealed class DecodeSchedulerTests
{
    private static readonly string[] Order = ["one", "two", "three"];

    private readonly List<string> begun = [];
    private readonly Dictionary<string, TaskCompletionSource<string>> ends = [];
    private readonly Dictionary<string, CancellationToken> tokens = [];

    [Fact]
    public async Task Final_OvertakesPartialsThatWait_AndStopsTheOneThatRuns()
    {
        await using var scheduler = new DecodeScheduler(1);
        var running = Run(scheduler, DecodePriority.Partial, "partial of a");
        var waiting = Run(scheduler, DecodePriority.Partial, "partial of b");
        var final = Run(scheduler, DecodePriority.Final, "final of c");

        Assert.True(scheduler.FinalWaits);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(running));
        // Its caller is free, but the decoder still works on it.
        Assert.Equal(["partial of a"], begun);
        ends["partial of a"].SetResult("too late");

        await Begun("final of c");
        Assert.False(scheduler.FinalWaits);
        ends["final of c"].SetResult("c");
        Assert.Equal("c", await Soon(final));
        await Begun("partial of b");
        ends["partial of b"].SetResult("b");
        Assert.Equal("b", await Soon(waiting));
    }

    [Fact]
    public async Task Finals_AreNeverStoppedByFinals_AndComeInTheirOrder()
    {
        await using var scheduler = new DecodeScheduler(1);
        var all = Order.Select(name => Run(scheduler, DecodePriority.Final, name)).ToArray();

        foreach (var name in Order)
        {
            await Begun(name);
            Assert.False(tokens[name].IsCancellationRequested);
            ends[name].SetResult(name);
        }

        Assert.Equal(Order, await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Final_StopsOnlyAsManyPartialsAsItNeeds()
    {
        await using var scheduler = new DecodeScheduler(2);
        _ = Run(scheduler, DecodePriority.Partial, "first");
        _ = Run(scheduler, DecodePriority.Partial, "second");
        _ = Run(scheduler, DecodePriority.Final, "final");

        Assert.False(tokens["first"].IsCancellationRequested);
        Assert.True(tokens["second"].IsCancellationRequested);
        foreach (var end in new[] { "second", "final", "first" })
        {
            await Begun(end);
            ends[end].SetResult("");
        }
    }

    [Fact]
    public async Task FreeSlots_AreUsedAtOnce_WithoutStoppingAnybody()
    {
        await using var scheduler = new DecodeScheduler(2);
        var partial = Run(scheduler, DecodePriority.Partial, "partial");
        var final = Run(scheduler, DecodePriority.Final, "final");

        Assert.Equal(["partial", "final"], begun);
        Assert.False(tokens["partial"].IsCancellationRequested);
        ends["partial"].SetResult("p");
        ends["final"].SetResult("f");
        Assert.Equal(["p", "f"], await Task.WhenAll(partial, final).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task CancelledWhileWaiting_LeavesTheQueue()
    {
        await using var scheduler = new DecodeScheduler(1);
        using var hangUp = new CancellationTokenSource();
        var running = Run(scheduler, DecodePriority.Final, "running");
        var gone = Run(scheduler, DecodePriority.Final, "gone", hangUp.Token);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(gone));
        Assert.False(scheduler.FinalWaits);
        ends["running"].SetResult("done");
        await Soon(running);

        Assert.Equal(["running"], begun);
    }

    [Fact]
    public async Task DecodeThatFails_GivesItsSlotBack()
    {
        await using var scheduler = new DecodeScheduler(1);
        var failing = Run(scheduler, DecodePriority.Final, "failing");
        var next = Run(scheduler, DecodePriority.Final, "next");
        ends["failing"].SetException(new InvalidOperationException("broken"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Soon(failing));
        await Begun("next");
        ends["next"].SetResult("fine");
        Assert.Equal("fine", await Soon(next));
    }

    [Fact]
    public async Task Disposed_CancelsWhatWaits_AndWaitsForWhatRuns()
    {
        var scheduler = new DecodeScheduler(1);
        var running = Run(scheduler, DecodePriority.Final, "running");
        var waiting = Run(scheduler, DecodePriority.Partial, "waiting");

        var disposing = scheduler.DisposeAsync().AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(waiting));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(running));
        Assert.False(disposing.IsCompleted);
        ends["running"].SetCanceled(CancellationToken.None);
        await disposing.WaitAsync(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Run(scheduler, DecodePriority.Final, "late"));
    }

    private Task<string> Run(DecodeScheduler scheduler, DecodePriority priority, string name, CancellationToken cancellationToken = default)
    {
        ends[name] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return scheduler.RunAsync(priority, token =>
        {
            lock (begun)
            {
                begun.Add(name);
                tokens[name] = token;
                Monitor.PulseAll(begun);
            }
            return ends[name].Task;
        }, cancellationToken);
    }

    private async Task Begun(string name)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (begun)
        {
            while (!begun.Contains(name))
            {
                Assert.True(Monitor.Wait(begun, TimeSpan.FromSeconds(20)), $"{name} did not begin.");
            }
        }
    }

    private static Task<string> Soon(Task<string> task) => task.WaitAsync(TimeSpan.FromSeconds(20));
}
