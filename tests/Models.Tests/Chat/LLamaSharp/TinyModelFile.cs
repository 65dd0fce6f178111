using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Chat;
using RealtimeTraining.Models.Chat.LLamaSharp;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

/// <summary>The tiny model in a folder of its own, and clients on it.</summary>
public sealed class TinyModelFile : IDisposable
{
    /// <summary>A reply under it never ends by itself.</summary>
    public const string Endless = "root ::= [a-z ] root";

    public const string Json = """
        root ::= "{\"say\":\"" [a-zA-Z ,.]{1,40} "\",\"mood\":\"" ( "calm" | "angry" ) "\",\"reveals\":[]}"
        """;

    private readonly TestFolder _folder = new();

    public TinyModelFile() => TinyModel.Save(Path);

    public string Folder => _folder.Path;

    public string Path => System.IO.Path.Combine(_folder.Path, "tiny.gguf");

    // The checks are about order and content, so nothing may be given up because the machine is slow.
    public static LLamaChatOptions Options => new() { StallMs = 120_000, Conversations = 4, KeptConversations = 4, Threads = 1, ContextTokens = 1_024 };

    public LLamaChatClient Open(Action<LLamaChatOptions>? change = null)
    {
        var options = Options;
        change?.Invoke(options);
        return new LLamaChatClient(Path, options);
    }

    public static ChatOptions Ask(string? grammar = null, long seed = 1, int maxTokens = 200, string? conversation = null)
    {
        var options = new ChatOptions { Seed = seed, MaxOutputTokens = maxTokens, ConversationId = conversation, Temperature = 1 };
        if (grammar is not null)
        {
            options.AdditionalProperties = new AdditionalPropertiesDictionary { [ChatKeys.Gbnf] = grammar };
        }
        return options;
    }

    public static List<ChatMessage> Say(string text, string system = "You are a patient who rings a practice. Answer shortly.") =>
        [new(ChatRole.System, system), new(ChatRole.User, text)];

    public void Dispose() => _folder.Dispose();
}
