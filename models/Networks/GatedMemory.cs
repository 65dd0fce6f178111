namespace RealtimeTraining.Models.Networks;

/// <summary>What a <see cref="GatedNetwork"/> remembers of one stream, and the room for its sums. Not thread-safe.</summary>
public sealed class GatedMemory
{
    internal GatedMemory(int hidden)
    {
        (State, First, Gates, Back) = (new float[hidden], new float[hidden], new float[3 * hidden], new float[3 * hidden]);
    }

    internal float[] State { get; }

    internal float[] First { get; }

    internal float[] Gates { get; }

    internal float[] Back { get; }

    /// <summary>As before the first step.</summary>
    public void Clear() => Array.Clear(State);
}
