using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>
/// One WebSocket to Janus: requests with their answers by transaction, and what Janus says of its own accord. When it
/// breaks, everything that waits fails with <c>gatewayGone</c>; a new one is made by the owner. Thread-safe.
/// </summary>
internal sealed class JanusSocket : IAsyncDisposable
{
    private const int MaxMessageBytes = 64 * 1024;
    private readonly ClientWebSocket _socket;
    private readonly JanusOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<JanusReply> _said;
    private readonly ConcurrentDictionary<string, (TaskCompletionSource<JanusReply> Answer, bool TakesAck)> _waiting = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;
    private long _transaction;

    private JanusSocket(ClientWebSocket socket, JanusOptions options, TimeProvider time, Action<JanusReply> said)
    {
        (_socket, _options, _time, _said) = (socket, options, time, said);
        _reading = ReadAsync();
    }

    /// <summary>Completes when the connection has broken.</summary>
    public Task Broken => _reading;

    /// <exception cref="MediaException"><c>gatewayGone</c>.</exception>
    public static async Task<JanusSocket> OpenAsync(JanusOptions options, TimeProvider time, Action<JanusReply> said, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("janus-protocol");
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.TimeoutMs), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(new Uri(options.Address), both.Token);
            return new JanusSocket(socket, options, time, said);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw MediaException.GatewayGone(exception);
        }
    }

    /// <param name="takesAck">False: "ack" is not the answer yet, a plugin's event follows.</param>
    /// <exception cref="MediaException"><c>gatewayGone</c>, or <c>gatewayRefused</c> with Janus' reason.</exception>
    public async Task<JanusReply> AskAsync(JsonObject request, bool takesAck, CancellationToken cancellationToken)
    {
        var transaction = Interlocked.Increment(ref _transaction).ToString("x");
        request["transaction"] = transaction;
        if (_options.Secret.Length > 0)
        {
            request["apisecret"] = _options.Secret;
        }
        var answer = new TaskCompletionSource<JanusReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[transaction] = (answer, takesAck);
        try
        {
            // A broken connection fails what waits; one that broke before this waited is seen here.
            if (_reading.IsCompleted)
            {
                throw MediaException.GatewayGone();
            }
            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(request), cancellationToken);
            var reply = await answer.Task.WaitAsync(TimeSpan.FromMilliseconds(_options.TimeoutMs), _time, cancellationToken);
            return reply.Error is null ? reply : throw MediaException.GatewayRefused(reply.Error);
        }
        catch (Exception exception) when (exception is TimeoutException or WebSocketException or ObjectDisposedException)
        {
            throw MediaException.GatewayGone(exception);
        }
        finally
        {
            _waiting.TryRemove(transaction, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task SendAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            // Not the caller's token: a message that is broken off in its middle breaks the connection.
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[MaxMessageBytes];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), _closing.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < buffer.Length);
                if (part.MessageType == WebSocketMessageType.Close || !part.EndOfMessage)
                {
                    return;
                }
                if (JanusReply.Read(buffer.AsSpan(0, length)) is { } reply)
                {
                    Take(reply);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Broken or closed; the owner is told by the task's end.
        }
        finally
        {
            foreach (var waiting in _waiting.Values)
            {
                waiting.Answer.TrySetException(MediaException.GatewayGone());
            }
        }
    }

    private void Take(JanusReply reply)
    {
        if (reply.Transaction.Length == 0 || !_waiting.TryGetValue(reply.Transaction, out var waiting))
        {
            _said(reply);
        }
        else if (reply.Kind != "ack" || waiting.TakesAck)
        {
            waiting.Answer.TrySetResult(reply);
        }
    }
}
