namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// The least of the last values, in constant time each (a queue of candidates, each below those behind it). Allocates
/// nothing once it is made.
/// </summary>
internal sealed class MinimumTracker(int length)
{
    private readonly (long At, float Value)[] candidates = new (long, float)[length];
    private int first;
    private int held;
    private long count;

    public float Minimum => held > 0 ? candidates[first].Value : throw new InvalidOperationException("No value has been added.");

    public void Add(float value)
    {
        if (held > 0 && candidates[first].At <= count - length)
        {
            first = (first + 1) % length;
            held--;
        }
        while (held > 0 && candidates[(first + held - 1) % length].Value >= value)
        {
            held--;
        }
        candidates[(first + held++) % length] = (count++, value);
    }

    public void Reset() => (first, held, count) = (0, 0, 0);
}
