namespace RealtimeTraining.Models.Language.Linear;

/// <summary>32-bit hashes that are the same on every machine: FNV-1a with the finaliser of MurmurHash3, whose high bits are good.</summary>
public static class FeatureHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }
        return Finish(hash);
    }

    /// <summary>The hash of a pair, in this order.</summary>
    public static uint Join(uint first, uint second) => Finish(unchecked(first * 0x9E37_79B1u + second + 0x7F4A_7C15u));

    private static uint Finish(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 16)) * 0x85EB_CA6Bu;
            hash = (hash ^ (hash >> 13)) * 0xC2B2_AE35u;
            return hash ^ (hash >> 16);
        }
    }
}
