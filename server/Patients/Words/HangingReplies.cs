using System.Collections.Concurrent;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Replies that were stopped and that a model has not let go of yet. Thread-safe.</summary>
public sealed class HangingReplies(TimeProvider time)
{
    private readonly ConcurrentDictionary<TokenPump, long> _since = [];

    /// <summary>How many have hung for longer than it takes a model to notice.</summary>
    public int LongerThan(TimeSpan grace) => _since.Values.Count(since => time.GetElapsedTime(since) > grace);

    public void Add(TokenPump pump) => _since[pump] = time.GetTimestamp();

    public void Remove(TokenPump pump) => _since.TryRemove(pump, out _);
}
