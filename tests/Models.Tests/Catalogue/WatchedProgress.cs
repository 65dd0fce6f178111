using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Models.Tests.Catalogue;

/// <summary>Keeps what was reported, on the thread that reports, and lets a test wait for it.</summary>
internal sealed class WatchedProgress : IProgress<ModelProgress>
{
    private readonly Lock _gate = new();
    private readonly List<ModelProgress> _all = [];
    private readonly List<(Func<ModelProgress, bool> Is, TaskCompletionSource Seen)> _waiting = [];

    public IReadOnlyList<ModelProgress> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Report(ModelProgress value)
    {
        lock (_gate)
        {
            _all.Add(value);
            foreach (var (_, seen) in _waiting.Where(one => one.Is(value)))
            {
                seen.TrySetResult();
            }
        }
    }

    public Task Seen(Func<ModelProgress, bool> what)
    {
        lock (_gate)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((what, seen));
            if (_all.Any(what))
            {
                seen.TrySetResult();
            }
            return seen.Task;
        }
    }

    public Task Bytes(long atLeast) => Seen(value => value.DoneBytes >= atLeast);
}
