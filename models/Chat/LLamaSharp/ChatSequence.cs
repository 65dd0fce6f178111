using System.Runtime.InteropServices;
using LLama.Batched;
using LLama.Native;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>A conversation of the executor and the tokens that it holds worked out. Not thread-safe.</summary>
internal sealed class ChatSequence(Conversation conversation)
{
    private readonly List<LLamaToken> _tokens = [];

    public bool IsBusy { get; set; }

    /// <summary>Whose it was last.</summary>
    public string? ConversationId { get; set; }

    /// <summary>Grows with every use.</summary>
    public long LastUse { get; set; }

    public int Length => _tokens.Count;

    private LLamaSeqId Id => conversation.ConversationId;

    private SafeLLamaContextHandle Memory => conversation.Executor.Context.NativeHandle;

    /// <summary>With how many of these tokens it begins.</summary>
    public int Common(ReadOnlySpan<LLamaToken> tokens) => CollectionsMarshal.AsSpan(_tokens).CommonPrefixLength(tokens);

    public void Prompt(ReadOnlySpan<LLamaToken> tokens)
    {
        conversation.Prompt(tokens);
        _tokens.AddRange(tokens);
    }

    public ReadOnlySpan<float> Logits() => conversation.Sample();

    /// <summary>Forgets all but the first tokens.</summary>
    /// <returns>How many it still has: none where the model cannot forget a part.</returns>
    public int Cut(int length)
    {
        conversation.Modify((_, _) =>
        {
            Memory.MemorySequenceRemove(Id, length, -1);
            return Settle(length);
        });
        _tokens.RemoveRange(Math.Min(conversation.TokenCount, Length), Math.Max(0, Length - conversation.TokenCount));
        return Length;
    }

    /// <summary>Becomes the beginning of another, which goes on as it is; what they share is held once.</summary>
    /// <returns>How many tokens it has then.</returns>
    public int CopyFrom(ChatSequence other, int length)
    {
        conversation.Modify((_, _) =>
        {
            Memory.MemorySequenceRemove(Id, -1, -1);
            Memory.MemorySequenceCopy(other.Id, Id, 0, length);
            return Settle(length);
        });
        _tokens.Clear();
        _tokens.AddRange(CollectionsMarshal.AsSpan(other._tokens)[..conversation.TokenCount]);
        return Length;
    }

    // A model with a running state instead of a memory of tokens cannot forget a part, and says nothing.
    private LLamaPos Settle(int length)
    {
        if ((int)Memory.MemorySequenceMaxPosition(Id) == length - 1)
        {
            return length;
        }
        Memory.MemorySequenceRemove(Id, -1, -1);
        return 0;
    }
}
