using LLama.Batched;
using LLama.Native;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// The conversations, those that are answered and those that are kept for their next turn. A prompt gets the one that
/// holds most of it worked out. Not thread-safe; to be used between two inferences only.
/// </summary>
internal sealed class SequencePool(LLamaModel model) : IDisposable
{
    private readonly List<ChatSequence> _all = [];
    private long _uses;

    public BatchedExecutor Executor { get; } = model.CreateExecutor();

    /// <summary>A conversation for this prompt and how many tokens of it are worked out already; null when no more may be answered at once.</summary>
    public (ChatSequence Sequence, int Reused)? TryTake(ReadOnlySpan<LLamaToken> prompt, string? conversationId)
    {
        if (_all.Count(sequence => sequence.IsBusy) >= model.Budget.AtOnce)
        {
            return null;
        }
        // The last token is always worked out anew: the first of the reply is chosen from it.
        var head = prompt[..^1];
        var best = Best(head, _all);
        var chosen = Own(conversationId) ?? (conversationId is null ? Best(head, _all.Where(sequence => !sequence.IsBusy)) : null) ?? Unused() ?? Oldest();
        var reused = best is not null && best != chosen && best.Common(head) > chosen.Common(head)
            ? chosen.CopyFrom(best, best.Common(head))
            : chosen.Cut(chosen.Common(head));
        (chosen.IsBusy, chosen.ConversationId, chosen.LastUse) = (true, conversationId, ++_uses);
        return (chosen, reused);
    }

    public void GiveBack(ChatSequence sequence) => (sequence.IsBusy, sequence.LastUse) = (false, ++_uses);

    public void Dispose() => Executor.Dispose();

    private ChatSequence? Own(string? conversationId) =>
        conversationId is null ? null : _all.Find(sequence => !sequence.IsBusy && sequence.ConversationId == conversationId);

    /// <summary>The one that shares most, if it shares more than the mark at the beginning.</summary>
    private static ChatSequence? Best(ReadOnlySpan<LLamaToken> tokens, IEnumerable<ChatSequence> sequences)
    {
        ChatSequence? best = null;
        var most = 1;
        foreach (var sequence in sequences)
        {
            var common = sequence.Common(tokens);
            if (common > most)
            {
                (best, most) = (sequence, common);
            }
        }
        return best;
    }

    private ChatSequence? Unused()
    {
        if (_all.Count == model.Budget.Total)
        {
            return null;
        }
        var sequence = new ChatSequence(Executor.Create());
        _all.Add(sequence);
        return sequence;
    }

    // There is one: all are made, and no more are busy than may be at once.
    private ChatSequence Oldest() => _all.Where(sequence => !sequence.IsBusy).MinBy(sequence => sequence.LastUse)!;
}
