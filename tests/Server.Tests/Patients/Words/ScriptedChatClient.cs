using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>A model that says what a test tells it to, token by token, on a test's clock.</summary>
public sealed class ScriptedChatClient(Func<IReadOnlyList<ChatMessage>, IAsyncEnumerable<string>> reply) : IChatClient
{
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    /// <summary>How many replies were begun and not yet let go of.</summary>
    public int Open { get; private set; }

    /// <summary>Done when a reply has been let go of.</summary>
    public Task LetGo => _letGo.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public static ScriptedChatClient Saying(string say, string mood = "calm") => Raw(Json(say, mood));

    public static string Json(string say, string mood = "calm") => JsonSerializer.Serialize(new { say, mood, reveals = Array.Empty<string>() });

    /// <summary>Tokens of a few characters, as models have them.</summary>
    public static ScriptedChatClient Raw(string text) => new(_ => Tokens(text));

    public static ScriptedChatClient Failing(string before = "") => new(_ => ThenFail(before));

    /// <summary>Says this and then nothing more, until it is cancelled.</summary>
    public static ScriptedChatClient ThenSilent(string before) => new(_ => ThenWait(before));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        Asked.Add(asked);
        Options.Add(options);
        Open++;
        try
        {
            await foreach (var token in reply(asked).WithCancellation(cancellationToken))
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, token);
            }
        }
        finally
        {
            Open--;
            _letGo.TrySetResult();
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The patient's words are streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    public static async IAsyncEnumerable<string> Tokens(string text, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        for (var i = 0; i < text.Length; i += 3)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return text[i..Math.Min(text.Length, i + 3)];
        }
    }

    /// <summary>A pause on the clock before each piece.</summary>
    public static async IAsyncEnumerable<string> Paced(ManualTimeProvider clock, int pauseMs, string[] pieces, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in pieces)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(pauseMs), clock, cancellationToken);
            yield return piece;
        }
    }

    private static async IAsyncEnumerable<string> ThenFail(string before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var token in Tokens(before, cancellationToken))
        {
            yield return token;
        }
        throw new HttpRequestException("The model server closed the connection.");
    }

    private static async IAsyncEnumerable<string> ThenWait(string before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var token in Tokens(before, cancellationToken))
        {
            yield return token;
        }
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
