using System.Threading.Channels;
using LLama;
using LLama.Native;
using Microsoft.Extensions.AI;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// One reply under way: its prompt, how its tokens are chosen, and what of it is ready. The worker writes; one reader
/// reads <see cref="Text"/> and may <see cref="Abandon"/> it at any time. The figures are final once the text has ended.
/// </summary>
internal sealed class LLamaReply(LLamaToken[] prompt, ReplySampler sampler, LLamaWeights weights, int maxTokens, IReadOnlyList<string> stops, string? conversationId)
{
    // As long as the longest reply, and its reader is never waited for.
    private readonly Channel<string> _text = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly StreamingTokenDecoder _decoder = new(System.Text.Encoding.UTF8, weights);
    private readonly StopText _stop = new(stops);
    private volatile bool _isAbandoned;
    private LLamaToken _next;
    private int _fed;

    /// <summary>Pieces of the reply, one for each token; an empty piece says that a token has come whose text has to wait.</summary>
    public ChannelReader<string> Text => _text.Reader;

    public ReadOnlySpan<LLamaToken> Prompt => prompt;

    public string? ConversationId => conversationId;

    /// <summary>Nobody reads it any more.</summary>
    public bool IsAbandoned => _isAbandoned;

    public ChatSequence? Sequence { get; private set; }

    /// <summary>Tokens of the prompt that were worked out already.</summary>
    public int ReusedTokens { get; private set; }

    /// <summary>Tokens of the prompt that had to be worked out.</summary>
    public int DecodedTokens => _fed - ReusedTokens;

    public int WrittenTokens { get; private set; }

    /// <summary>Null while it is written, and when it failed.</summary>
    public ChatFinishReason? FinishReason { get; private set; }

    public bool IsPromptFed => _fed == prompt.Length;

    public void Abandon() => _isAbandoned = true;

    public void Begin(ChatSequence sequence, int reused) => (Sequence, ReusedTokens, _fed) = (sequence, reused, reused);

    /// <summary>Puts what comes next into the conversation: at most so many tokens of the prompt, or the last token written.</summary>
    /// <returns>How many tokens of the prompt those were.</returns>
    public int Feed(int maxPromptTokens)
    {
        if (IsPromptFed)
        {
            Sequence!.Prompt([_next]);
            return 0;
        }
        var part = prompt.AsSpan(_fed, Math.Min(maxPromptTokens, prompt.Length - _fed));
        Sequence!.Prompt(part);
        _fed += part.Length;
        return part.Length;
    }

    /// <summary>Takes the next token after the conversation was worked out. Sets <see cref="FinishReason"/> with the last.</summary>
    public void Write()
    {
        _next = sampler.Sample(Sequence!.Logits());
        if (_next.IsEndOfGeneration(weights.Vocab))
        {
            Finish(ChatFinishReason.Stop);
            return;
        }
        WrittenTokens++;
        _decoder.Add(_next);
        _text.Writer.TryWrite(_stop.Push(_decoder.Read()));
        if (_stop.HasStopped)
        {
            Finish(ChatFinishReason.Stop);
        }
        else if (WrittenTokens >= maxTokens)
        {
            Finish(ChatFinishReason.Length);
        }
    }

    /// <summary>Ends the text, with a failure or without, and frees what it was made with. Again is harmless.</summary>
    public void Close(Exception? failure = null)
    {
        _text.Writer.TryComplete(failure);
        sampler.Dispose();
    }

    private void Finish(ChatFinishReason reason)
    {
        FinishReason = reason;
        _text.Writer.TryWrite(_stop.Rest());
    }
}
