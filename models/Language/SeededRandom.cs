namespace RealtimeTraining.Models.Language;

/// <summary>A small generator (SplitMix64) whose numbers are the same on every machine and in every version of the runtime.</summary>
public sealed class SeededRandom(long seed)
{
    private ulong _state = unchecked((ulong)seed * 0x9E37_79B9_7F4A_7C15 + 0x632B_E59B_D9B4_E019);

    /// <summary>0 ≤ n &lt; <paramref name="below"/>.</summary>
    public int Next(int below) => below <= 0 ? throw new ArgumentOutOfRangeException(nameof(below)) : (int)(NextBits() % (ulong)below);

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public void Shuffle<T>(IList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Goes back to here: the same numbers come again.</summary>
    public Action Keep()
    {
        var state = _state;
        return () => _state = state;
    }

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E37_79B9_7F4A_7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }
}
