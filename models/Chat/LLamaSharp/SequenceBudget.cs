using System.Globalization;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>How many conversations there is room for. Immutable.</summary>
/// <param name="AtOnce">Answered at the same time.</param>
/// <param name="Total">Those and the ones that are kept worked out.</param>
internal readonly record struct SequenceBudget(int AtOnce, int Total)
{
    private const int MostByDefault = 8;

    /// <summary>The conversations get at most this part of the memory.</summary>
    private const int MemoryPart = 4;

    /// <param name="tokenBytes">Memory of one token of a conversation.</param>
    /// <param name="memoryBytes">What the process may use, without the model itself.</param>
    public static SequenceBudget Of(LLamaChatOptions options, int contextTokens, long tokenBytes, int cores, long memoryBytes)
    {
        var fitting = (int)Math.Clamp(memoryBytes / MemoryPart / Math.Max(1, tokenBytes * contextTokens), 1, 256);
        var atOnce = options.Conversations ?? Math.Min(fitting, Math.Clamp(cores / 2, 1, MostByDefault));
        var kept = options.KeptConversations ?? Math.Clamp(fitting - atOnce, 0, 2 * atOnce);
        return new SequenceBudget(atOnce, atOnce + kept);
    }

    /// <summary>Keys and values of 16 bits in every layer, from the model's metadata; 128 KiB, a middling model's, when it does not tell.</summary>
    public static long TokenBytes(IReadOnlyDictionary<string, string> metadata)
    {
        var architecture = metadata.GetValueOrDefault("general.architecture", "");
        long? Number(string key) =>
            long.TryParse(metadata.GetValueOrDefault($"{architecture}.{key}"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        var heads = Number("attention.head_count");
        var headSize = Number("attention.key_length") ?? Number("embedding_length") / heads;
        return 2 * sizeof(ushort) * Number("block_count") * (Number("attention.head_count_kv") ?? heads) * headSize ?? 128 * 1024;
    }
}
