using System.Text.Json;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.OpenAI;

/// <summary>A chat completion as it goes over the wire.</summary>
internal static class ChatWire
{
    public const string Done = "data: [DONE]\n\n";

    public static string Words(string text) => Event($$"""{"delta":{"role":"assistant","content":{{JsonSerializer.Serialize(text)}}},"index":0,"finish_reason":null}""");

    public static string Finish(string reason = "stop") => Event($$"""{"delta":{},"index":0,"finish_reason":"{{reason}}"}""");

    public static string Usage(int input, int output) =>
        $$$"""data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":{{{input}}},"completion_tokens":{{{output}}},"total_tokens":{{{input + output}}}}}""" + "\n\n";

    /// <summary>Answers with these pieces, and ends as it should.</summary>
    public static Func<WireExchange, Task> Says(params string[] pieces) => async exchange =>
    {
        await exchange.BeginAsync("text/event-stream");
        foreach (var piece in pieces)
        {
            await exchange.ChunkAsync(Words(piece));
        }
        await exchange.ChunkAsync(Finish());
        await exchange.ChunkAsync(Usage(7, 3));
        await exchange.ChunkAsync(Done);
        await exchange.EndAsync();
    };

    private static string Event(string choice) =>
        $$"""data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{{choice}}]}""" + "\n\n";
}
