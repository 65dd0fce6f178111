using RealtimeTraining.Models.Chat.LLamaSharp;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class SequenceBudgetTests
{
    private const long Gigabyte = 1L << 30;

    // Qwen 2.5 1.5B.
    private static readonly Dictionary<string, string> Metadata = new()
    {
        ["general.architecture"] = "qwen2",
        ["qwen2.block_count"] = "28",
        ["qwen2.embedding_length"] = "1536",
        ["qwen2.attention.head_count"] = "12",
        ["qwen2.attention.head_count_kv"] = "2",
    };

    [Fact]
    public void Token_IsKeysAndValuesOfAllLayers() => Assert.Equal(28_672, SequenceBudget.TokenBytes(Metadata));

    [Fact]
    public void Token_OfAnUnknownModel_IsAMiddlingOne() => Assert.Equal(131_072, SequenceBudget.TokenBytes(new Dictionary<string, string>()));

    [Theory]
    [InlineData(2, 8, 1, 3)]
    [InlineData(8, 16, 4, 12)]
    [InlineData(64, 256, 8, 24)]
    [InlineData(8, 1, 2, 2)]
    [InlineData(8, 0, 1, 1)]
    public void Conversations_AreByCoresAndMemory(int cores, int gigabytes, int atOnce, int total) =>
        Assert.Equal(new SequenceBudget(atOnce, total), SequenceBudget.Of(new LLamaChatOptions(), 4_096, 28_672, cores, gigabytes * Gigabyte));

    [Fact]
    public void Configured_IsAsConfigured() => Assert.Equal(
        new SequenceBudget(6, 16), SequenceBudget.Of(new LLamaChatOptions { Conversations = 6, KeptConversations = 10 }, 4_096, 28_672, 2, 0));
}
