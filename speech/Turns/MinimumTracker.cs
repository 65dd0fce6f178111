namespace RealtimeTraining.Speech.Turns;

/// <summary>The least of the last values, in constant time each (a queue of candidates, each below those behind it).</summary>
internal sealed class MinimumTracker(int length)
{
    private readonly LinkedList<(long At, float Value)> candidates = [];
    private long count;

    public float Minimum => candidates.First?.Value.Value
        ?? throw new InvalidOperationException("No value has been added.");

    public void Add(float value)
    {
        while (candidates.Last is { } last && last.Value.Value >= value)
        {
            candidates.RemoveLast();
        }
        candidates.AddLast((count++, value));
        if (candidates.First!.Value.At <= count - 1 - length)
        {
            candidates.RemoveFirst();
        }
    }

    public void Reset()
    {
        candidates.Clear();
        count = 0;
    }
}
