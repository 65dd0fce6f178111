using LLama.Exceptions;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// Loads the model and works on all replies together, step by step, in one loop that alone touches the conversations.
/// In a step every reply gets its next token and those that have just come a part of their prompt. Replies join and
/// leave between two steps, without disturbing the others; so every conversation that was worked on is sampled, and
/// none is let go of with work queued, as the executor wants it. Thread-safe.
/// </summary>
internal sealed partial class LLamaWorker : IAsyncDisposable
{
    private readonly LLamaChatOptions _options;
    private readonly ILogger _logger;
    private readonly Func<SequencePool, Task<DecodeResult>> _infer;
    private readonly ReplyQueue _queue;
    private readonly List<LLamaReply> _running = [];
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<LLamaModel> _model = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;
    private volatile int _free;

    public LLamaWorker(Func<CancellationToken, Task<LLamaModel>> load, LLamaChatOptions options, ILogger logger, Func<SequencePool, Task<DecodeResult>> infer)
    {
        (_options, _logger, _infer, _queue) = (options, logger, infer, new ReplyQueue(options.QueueLength));
        Stopping = _stopping.Token;
        _loop = RunAsync(load);
    }

    /// <summary>Done when the model has loaded; failed when it could not.</summary>
    public Task<LLamaModel> Model => _model.Task;

    /// <summary>Cancelled when the worker is disposed.</summary>
    public CancellationToken Stopping { get; }

    /// <exception cref="ChatBusyException">Too many wait.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed.</exception>
    public void Start(LLamaReply reply)
    {
        _queue.Add(reply, _free);
        _work.Release();
    }

    /// <summary>Ends all replies with <see cref="ObjectDisposedException"/> and asks the loop to free the model, which it does after its step.</summary>
    public void Stop()
    {
        _queue.Close(Disposed());
        _stopping.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _loop;
    }

    private static ObjectDisposedException Disposed() => new(nameof(LLamaChatClient), "The language model was unloaded.");

    private async Task RunAsync(Func<CancellationToken, Task<LLamaModel>> load)
    {
        SequencePool? pool = null;
        LLamaModel? model = null;
        try
        {
            model = await load(Stopping);
            pool = new SequencePool(model);
            await WarmAsync(model, pool);
            _free = model.Budget.AtOnce;
            LogLoaded(model.Budget.AtOnce, model.Budget.Total, model.ContextTokens);
            _model.SetResult(model);
            while (true)
            {
                await _work.WaitAsync(Stopping);
                pool = await WorkAsync(model, pool);
            }
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            EndAll(Disposed());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogUnusable(e.Message);
            EndAll(e as InvalidOperationException ?? new InvalidOperationException($"The language model cannot be used: {e.Message}", e));
        }
        finally
        {
            pool?.Dispose();
            model?.Dispose();
        }
    }

    /// <summary>So that the first call finds everything in memory, and a model that loads but does not work is known before.</summary>
    private async Task WarmAsync(LLamaModel model, SequencePool pool)
    {
        var prompt = new PromptTokens(model.Weights).Of([("user", "Hello.")]);
        var (sequence, _) = pool.TryTake(prompt, conversationId: null)!.Value;
        sequence.Prompt(prompt);
        if (await InferAsync(pool) is var result and not DecodeResult.Ok)
        {
            throw new InvalidOperationException($"The language model loads but does not work ({result}): {GgufFile.Cure}");
        }
        sequence.Cut(0);
        pool.GiveBack(sequence);
    }

    /// <summary>Goes on until no reply is left.</summary>
    /// <returns>The conversations, made anew when an inference failed.</returns>
    private async Task<SequencePool> WorkAsync(LLamaModel model, SequencePool pool)
    {
        while (Admit(pool))
        {
            Stopping.ThrowIfCancellationRequested();
            var fed = Feed();
            var result = await InferAsync(pool);
            if (result != DecodeResult.Ok)
            {
                // What was not worked out stays queued in the executor, so nothing in it can be used any more.
                LogInferenceFailed(result, _running.Count);
                EndRunning(pool, new InvalidOperationException($"The language model failed in its work ({result}); another try may do."));
                pool.Dispose();
                return new SequencePool(model);
            }
            Write(fed, pool);
        }
        return pool;
    }

    private async Task<DecodeResult> InferAsync(SequencePool pool)
    {
        try
        {
            return await _infer(pool);
        }
        catch (RuntimeError)
        {
            return DecodeResult.DecodeFailed;
        }
    }

    /// <summary>Lets go of who has left and lets in who waits.</summary>
    private bool Admit(SequencePool pool)
    {
        foreach (var left in _running.Where(reply => reply.IsAbandoned).ToList())
        {
            End(left, pool);
        }
        while (_free > 0 && _queue.Take() is { } reply)
        {
            var (sequence, reused) = pool.TryTake(reply.Prompt, reply.ConversationId)!.Value;
            reply.Begin(sequence, reused);
            _running.Add(reply);
            _free--;
        }
        return _running.Count > 0;
    }

    /// <returns>The replies of which something is in this step.</returns>
    private List<LLamaReply> Feed()
    {
        // Alone, prompts get the whole step; beside others only so much that theirs go on evenly.
        var room = _running.Exists(reply => reply.IsPromptFed) ? _options.PromptStepTokens : LLamaModel.StepTokens - _running.Count;
        var fed = new List<LLamaReply>();
        foreach (var reply in _running.Where(reply => reply.IsPromptFed || room > 0))
        {
            room -= reply.Feed(room);
            fed.Add(reply);
        }
        return fed;
    }

    private void Write(List<LLamaReply> fed, SequencePool pool)
    {
        foreach (var reply in fed.Where(reply => reply.IsPromptFed))
        {
            try
            {
                reply.Write();
            }
            catch (InvalidOperationException e)
            {
                End(reply, pool, e);
                continue;
            }
            if (reply.FinishReason is not null)
            {
                End(reply, pool);
            }
        }
    }

    private void End(LLamaReply reply, SequencePool pool, Exception? failure = null)
    {
        _running.Remove(reply);
        pool.GiveBack(reply.Sequence!);
        _free++;
        reply.Close(failure);
    }

    private void EndRunning(SequencePool pool, Exception failure)
    {
        foreach (var reply in _running.ToList())
        {
            End(reply, pool, failure);
        }
    }

    private void EndAll(Exception failure)
    {
        _model.TrySetException(failure);
        // Nobody may be waiting for the model.
        _ = _model.Task.Exception;
        _queue.Close(failure);
        _running.ForEach(reply => reply.Close(failure));
        _running.Clear();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The language model is loaded: {AtOnce} replies at once, {Total} conversations of {ContextTokens} tokens kept")]
    private partial void LogLoaded(int atOnce, int total, int contextTokens);

    [LoggerMessage(Level = LogLevel.Error, Message = "The language model cannot be used: {Reason}")]
    private partial void LogUnusable(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The language model failed with {Result} while it wrote {Replies} replies; they end, and it goes on with new conversations")]
    private partial void LogInferenceFailed(DecodeResult result, int replies);
}
