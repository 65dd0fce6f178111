using System.Runtime.CompilerServices;
using LLama.Native;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// A language model in this process, by llama.cpp. The model is loaded once, in the background, from the moment the
/// client is made; replies are written together and streamed token by token. Each reply stands for itself: all messages
/// are given each time, and <see cref="ChatOptions.ConversationId"/> only says whose earlier work may be reused.
/// Cancelling ends a reply at once. Thread-safe.
/// </summary>
public sealed class LLamaChatClient : IChatClient, IAsyncDisposable
{
    private readonly LLamaChatOptions _options;
    private readonly LLamaWorker _worker;
    private readonly LLamaTelemetry _telemetry;
    private readonly TimeProvider _time;
    private readonly ChatClientMetadata _metadata;

    /// <param name="modelPath">The GGUF file.</param>
    /// <param name="telemetry">Disposed with the client.</param>
    public LLamaChatClient(string modelPath, LLamaChatOptions options, LLamaTelemetry? telemetry = null, TimeProvider? time = null, ILogger<LLamaChatClient>? logger = null)
        : this(stop => LLamaModel.LoadAsync(modelPath, options, stop), Path.GetFileName(modelPath), options, telemetry, time, logger)
    {
    }

    /// <param name="infer">Works a step out; default the pool's executor.</param>
    internal LLamaChatClient(
        Func<CancellationToken, Task<LLamaModel>> load, string modelName, LLamaChatOptions options, LLamaTelemetry? telemetry = null, TimeProvider? time = null,
        ILogger<LLamaChatClient>? logger = null, Func<SequencePool, Task<DecodeResult>>? infer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _telemetry, _time) = (options, telemetry ?? new LLamaTelemetry(), time ?? TimeProvider.System);
        _metadata = new ChatClientMetadata("llamasharp", defaultModelId: modelName);
        ILogger log = logger ?? NullLogger<LLamaChatClient>.Instance;
        LLamaNative.SpeakTo(log);
        _worker = new LLamaWorker(load, options, log, infer ?? (pool => pool.Executor.Infer(CancellationToken.None)));
    }

    /// <summary>Done when the model can be talked to; failed, with what to do, when it cannot be used.</summary>
    public Task Ready => _worker.Model;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <exception cref="ArgumentException">The grammar (<see cref="ChatKeys.Gbnf"/>) or another option is wrong.</exception>
    /// <exception cref="NotSupportedException">Tools, or content that is not text.</exception>
    /// <exception cref="ChatContextFullException">Prompt and reply are too long together.</exception>
    /// <exception cref="ChatBusyException">Too many replies wait.</exception>
    /// <exception cref="TimeoutException">The first or next token took too long.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed, before or meanwhile.</exception>
    /// <exception cref="InvalidOperationException">The model cannot be used.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_worker.Stopping.IsCancellationRequested, this);
        var request = LLamaRequest.Read(messages, options, _options);
        var clock = new ReplyClock(_time);
        var model = await WaitAsync(stop => _worker.Model.WaitAsync(stop), "The language model is still being loaded", cancellationToken);
        var reply = request.Prepare(model);
        try
        {
            _worker.Start(reply);
            var id = Guid.NewGuid().ToString("N");
            while (await NextAsync(reply, clock, cancellationToken) is { } text)
            {
                if (text.Length > 0)
                {
                    yield return new ChatResponseUpdate(ChatRole.Assistant, text) { ResponseId = id, MessageId = id, ModelId = _metadata.DefaultModelId };
                }
            }
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage(reply))])
            {
                ResponseId = id,
                MessageId = id,
                ModelId = _metadata.DefaultModelId,
                FinishReason = reply.FinishReason,
            };
        }
        finally
        {
            reply.Abandon();
            _telemetry.Ended(reply.ReusedTokens, reply.DecodedTokens, reply.WrittenTokens, clock.SinceFirst);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Ends what is being written. The memory is freed when the step that is being worked on is done, which is not waited for.</summary>
    public void Dispose()
    {
        _worker.Stop();
        _telemetry.Dispose();
    }

    /// <summary>Ends what is being written and waits until the memory is free.</summary>
    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _telemetry.Dispose();
    }

    private static UsageDetails Usage(LLamaReply reply) => new()
    {
        InputTokenCount = reply.Prompt.Length,
        CachedInputTokenCount = reply.ReusedTokens,
        OutputTokenCount = reply.WrittenTokens,
        TotalTokenCount = reply.Prompt.Length + reply.WrittenTokens,
    };

    private async Task<string?> NextAsync(LLamaReply reply, ReplyClock clock, CancellationToken cancellationToken)
    {
        var isThere = await WaitAsync(stop => reply.Text.WaitToReadAsync(stop).AsTask(), "The language model is too slow or too busy for this machine", cancellationToken);
        if (!isThere || !reply.Text.TryRead(out var text))
        {
            return null;
        }
        if (clock.Token() is { } first)
        {
            _telemetry.FirstToken(first);
        }
        return text;
    }

    private async Task<T> WaitAsync<T>(Func<CancellationToken, Task<T>> wait, string late, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _worker.Stopping);
        try
        {
            return await wait(either.Token).WaitAsync(TimeSpan.FromMilliseconds(_options.StallMs), _time, CancellationToken.None);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{late}: nothing came for {_options.StallMs} ms.", e);
        }
        catch (OperationCanceledException) when (_worker.Stopping.IsCancellationRequested || cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ObjectDisposedException(nameof(LLamaChatClient), "The language model was unloaded.");
        }
    }
}
