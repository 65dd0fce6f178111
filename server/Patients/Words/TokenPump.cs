using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// Keeps a model writing while its first clause is already being spoken. Stopped, it cancels the model, and disposes
/// the model's stream as soon as that heeds it; it is never waited for, since a model that hangs must not hold up a call.
/// </summary>
public sealed class TokenPump : IDisposable
{
    // A model that is far ahead of the reader waits; no reply that may be spoken has so many tokens.
    private const int Ahead = 256;
    private readonly Channel<string> _tokens = Channel.CreateBounded<string>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimeProvider _time;
    private readonly HangingReplies _hanging;
    private State _state;

    private TokenPump(TimeProvider time, HangingReplies hanging) => (_time, _hanging) = (time, hanging);

    private enum State
    {
        Running,
        Stopped,
        Ended,
    }

    /// <param name="hanging">Where the reply stands from when it is stopped until the model lets go of it.</param>
    public static TokenPump Start(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options, TimeProvider time, HangingReplies hanging)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(hanging);
        var pump = new TokenPump(time, hanging);
        _ = pump.RunAsync(client, messages, options);
        return pump;
    }

    /// <summary>The next piece of text; null at the end. Throws what the model threw, and <see cref="TimeoutException"/> when it takes longer.</summary>
    public async ValueTask<string?> NextAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_tokens.Reader.TryRead(out var ready))
        {
            return ready;
        }
        if (_tokens.Reader.Completion.IsCompleted)
        {
            await _tokens.Reader.Completion;
            return null;
        }
        if (within <= TimeSpan.Zero)
        {
            throw new TimeoutException();
        }
        using var late = new CancellationTokenSource(within, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await _tokens.Reader.WaitToReadAsync(either.Token) && _tokens.Reader.TryRead(out var token) ? token : null;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>What is there already, without waiting.</summary>
    public bool TryNext([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? token) => _tokens.Reader.TryRead(out token);

    public void Dispose()
    {
        if (Interlocked.CompareExchange(ref _state, State.Stopped, State.Running) == State.Running)
        {
            _hanging.Add(this);
            _stopping.Cancel();
            if (Interlocked.CompareExchange(ref _state, State.Ended, State.Ended) == State.Ended)
            {
                _hanging.Remove(this);
            }
        }
    }

    private async Task RunAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        Exception? failure = null;
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, options, _stopping.Token))
            {
                if (update.Text is { Length: > 0 } text)
                {
                    await _tokens.Writer.WriteAsync(text, _stopping.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Nobody reads any more.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure = exception;
        }
        finally
        {
            _tokens.Writer.TryComplete(failure);
            Interlocked.Exchange(ref _state, State.Ended);
            _hanging.Remove(this);
        }
    }
}
