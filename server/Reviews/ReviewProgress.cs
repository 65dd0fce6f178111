using System.Collections.Concurrent;

namespace RealtimeTraining.Server.Reviews;

/// <summary>How far the queue has come with what it works on now. Thread-safe singleton.</summary>
public sealed class ReviewProgress(TimeProvider time)
{
    // Before that little is done, the time left would be a guess.
    private const double Enough = 0.02;

    private readonly ConcurrentDictionary<Guid, Running> running = [];

    public void Begin(Guid id, ReviewStage stage, double done = 0) => running[id] = new Running(stage, time.GetUtcNow(), done, done);

    /// <param name="done">Of the stage, 0-1.</param>
    public void Move(Guid id, double done)
    {
        if (running.TryGetValue(id, out var state))
        {
            running[id] = state with { Done = Math.Clamp(done, 0, 1) };
        }
    }

    public void End(Guid id) => running.TryRemove(id, out _);

    /// <summary>Null: nothing is being done with it here.</summary>
    public StageProgress? Of(Guid id)
    {
        if (!running.TryGetValue(id, out var state))
        {
            return null;
        }
        var moved = state.Done - state.DoneAtStart;
        var took = time.GetUtcNow() - state.Since;
        return new StageProgress(state.Done, moved < Enough ? null : (int)Math.Ceiling(took.TotalSeconds / moved * (1 - state.Done)));
    }

    private sealed record Running(ReviewStage Stage, DateTimeOffset Since, double DoneAtStart, double Done);
}

/// <param name="Done">Of the stage, 0-1.</param>
/// <param name="SecondsLeft">Of the stage; null before it can be told.</param>
public sealed record StageProgress(double Done, int? SecondsLeft);
