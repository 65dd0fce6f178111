using System.ClientModel;
using System.ClientModel.Primitives;
using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAI;
using RealtimeTraining.Models.Engines;
using Sdk = OpenAI.Chat;

namespace RealtimeTraining.Models.Chat.OpenAI;

/// <summary>
/// A chat server of the OpenAI form, for text. Thread-safe. Fails with <see cref="RemoteServerException"/>; cancelling,
/// or leaving the enumeration early, closes the connection, so that the server can stop.
/// </summary>
public sealed class OpenAIChatClient : IChatClient, IAsyncDisposable
{
    private const string FirstWords = "the first words";
    private const string NextWords = "the next words";

    // JSON and escapes around a character of the answer, when each comes in an event of its own.
    private const int BytesPerChar = 1_024;

    private readonly OpenAIChatOptions options;
    private readonly RemoteServer server;
    private readonly OpenAIClient sdk;
    private readonly ChatClientMetadata metadata;

    public OpenAIChatClient(OpenAIChatOptions options, TimeProvider time, ILogger<OpenAIChatClient> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        this.options = options;
        server = new RemoteServer(options, OpenAIChatOptions.Section, new RemoteAnswerLimits(
            (long)options.MaxAnswerChars * BytesPerChar, TimeSpan.FromMilliseconds(options.FirstTokenTimeoutMs),
            ["text/event-stream", "application/json"]), time, logger);
        metadata = new ChatClientMetadata("openai", server.Address, options.Model);
        // The key is added further down, see RemoteHandler; the package is never told.
        sdk = new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions
        {
            Endpoint = server.Address,
            Transport = new HttpClientPipelineTransport(server.Http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        // As a stream, so that a stalled answer shows at once.
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            updates.Add(update);
        }
        return updates.ToChatResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = ChatTranslation.Request(options, this.options);
        var asked = ChatTranslation.Messages(messages);
        var client = sdk.GetChatClient(options?.ModelId ?? this.options.Model);
        using var deadline = server.Deadline(TimeSpan.FromMilliseconds(this.options.TimeoutMs), cancellationToken);
        deadline.Await(FirstWords, TimeSpan.FromMilliseconds(this.options.FirstTokenTimeoutMs));
        await using var updates = client.CompleteChatStreamingAsync(asked, request, deadline.Token).GetAsyncEnumerator(deadline.Token);
        var (chars, finished) = (0, false);
        while (await NextAsync(updates, deadline))
        {
            var update = ChatTranslation.Update(updates.Current);
            finished |= update.FinishReason is not null;
            chars += update.Text.Length;
            if (chars > this.options.MaxAnswerChars)
            {
                throw new RemoteServerException(RemoteFailure.TooLong,
                    $"{server.Display} answered with more than {this.options.MaxAnswerChars:N0} characters, which is more than {OpenAIChatOptions.Section}:MaxAnswerChars.");
            }
            if (update.Text.Length > 0 || finished)
            {
                deadline.Arrived();
            }
            if (update.Contents.Count > 0 || update.FinishReason is not null)
            {
                yield return update;
            }
            if (chars > 0 || finished)
            {
                deadline.Await(NextWords, TimeSpan.FromMilliseconds(this.options.StallTimeoutMs));
            }
        }
        if (!finished)
        {
            throw new RemoteServerException(RemoteFailure.BrokenOff, $"{server.Display} broke off its answer.");
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType == typeof(Sdk.ChatClient) ? sdk.GetChatClient(options.Model)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose() => server.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Sdk.StreamingChatCompletionUpdate> updates, RemoteDeadline deadline)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception e) when (RemoteDeadline.Covers(e) || IsPackages(e))
        {
            throw deadline.Explain(e);
        }
    }

    /// <summary>What the package throws on JSON that is whole but says something else than it expects.</summary>
    private static bool IsPackages(Exception e) => e is ClientResultException or InvalidOperationException or FormatException
        or KeyNotFoundException or ArgumentException or AggregateException;
}
