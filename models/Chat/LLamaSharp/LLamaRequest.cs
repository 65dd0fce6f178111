using Microsoft.Extensions.AI;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>What a request asks for, checked as far as that can be done without the model. Immutable.</summary>
internal sealed class LLamaRequest
{
    private const int MaxStops = 16;
    private const int MaxStopLength = 100;

    /// <summary>No text has fewer tokens than one for so many characters.</summary>
    private const int MostCharactersPerToken = 64;
    private readonly List<(string Role, string Content)> _messages;
    private readonly ChatOptions _options;
    private readonly int _maxTokens;

    private LLamaRequest(List<(string, string)> messages, ChatOptions options, int maxTokens) =>
        (_messages, _options, _maxTokens) = (messages, options, maxTokens);

    public static LLamaRequest Read(IEnumerable<ChatMessage> messages, ChatOptions? options, LLamaChatOptions defaults)
    {
        ArgumentNullException.ThrowIfNull(messages);
        options ??= new ChatOptions();
        var texts = messages.Select(message => (RoleOf(message), TextOf(message))).ToList();
        if (!string.IsNullOrWhiteSpace(options.Instructions))
        {
            texts.Insert(0, ("system", options.Instructions));
        }
        if (texts.Count == 0)
        {
            throw new ArgumentException("There is no message to answer.", nameof(messages));
        }
        if (options.Tools is { Count: > 0 })
        {
            throw new NotSupportedException("The language model in this process calls no tools.");
        }
        if (options.StopSequences is { } stops && (stops.Count > MaxStops || stops.Any(stop => stop is not { Length: > 0 and <= MaxStopLength })))
        {
            throw new ArgumentException($"There are at most {MaxStops} stop sequences, of 1 to {MaxStopLength} characters.", nameof(options));
        }
        if (options.MaxOutputTokens <= 0)
        {
            throw new ArgumentException("A reply has at least one token: raise MaxOutputTokens.", nameof(options));
        }
        if (!InRange(options))
        {
            throw new ArgumentException("Temperature is 0 to 10, TopP above 0 to 1, TopK 1 or more, the penalties -2 to 2.", nameof(options));
        }
        return new LLamaRequest(texts, options, options.MaxOutputTokens ?? defaults.MaxReplyTokens);
    }

    /// <exception cref="ArgumentException">The grammar is wrong.</exception>
    /// <exception cref="ChatContextFullException">Prompt and reply are too long together.</exception>
    public LLamaReply Prepare(LLamaModel model)
    {
        var characters = _messages.Sum(message => (long)message.Content.Length);
        var prompt = characters > (long)model.ContextTokens * MostCharactersPerToken ? null : new PromptTokens(model.Weights).Of(_messages);
        if (prompt is null || prompt.Length + _maxTokens > model.ContextTokens)
        {
            throw new ChatContextFullException(
                $"A prompt of {prompt?.Length.ToString() ?? "too many"} tokens and a reply of up to {_maxTokens} do not fit into {model.ContextTokens}: shorten the prompt, lower MaxOutputTokens or raise {LLamaChatOptions.Section}:{nameof(LLamaChatOptions.ContextTokens)}.");
        }
        var grammar = _options.AdditionalProperties?.GetValueOrDefault(ChatKeys.Gbnf) switch
        {
            null => null,
            string gbnf => gbnf,
            _ => throw new ArgumentException($"The grammar ({ChatKeys.Gbnf}) is not a string."),
        };
        return new LLamaReply(
            prompt, new ReplySampler(model, _options, grammar), model.Weights, _maxTokens, [.. _options.StopSequences ?? []], _options.ConversationId);
    }

    private static bool InRange(ChatOptions options) =>
        options.Temperature is null or (>= 0 and <= 10) && options.TopP is null or (> 0 and <= 1) && options.TopK is null or >= 1
        && options.FrequencyPenalty is null or (>= -2 and <= 2) && options.PresencePenalty is null or (>= -2 and <= 2);

    private static string RoleOf(ChatMessage message) =>
        message.Role == ChatRole.System || message.Role == ChatRole.User || message.Role == ChatRole.Assistant
            ? message.Role.Value
            : throw new NotSupportedException($"The language model in this process knows no messages of a {message.Role.Value}.");

    private static string TextOf(ChatMessage message) => message.Contents.All(content => content is TextContent)
        ? message.Text
        : throw new NotSupportedException("The language model in this process reads text only.");
}
