using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.TestKit;

/// <summary>
/// A browser's side of a SignalR hub over a real WebSocket: invocations, callbacks, streams up and down. The .NET client
/// library is not on every package feed.
/// </summary>
public sealed class HubClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _invocations = new();
    private readonly ConcurrentDictionary<string, Channel<JsonElement>> _streams = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Action<string, JsonElement> _called;
    private readonly IHubFraming _framing;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;
    private volatile string? _failure;
    private volatile bool _stalled;
    private int _id;

    /// <param name="called">A method that the server calls, with the array of its arguments.</param>
    private HubClient(Action<string, JsonElement> called, IHubFraming framing) => (_called, _framing) = (called, framing);

    /// <summary>Completes when the server or the network closed the connection.</summary>
    public Task Closed => _closed.Task;

    /// <param name="framing">Null: JSON.</param>
    public static async Task<HubClient> ConnectAsync(
        Uri server, string path, CookieContainer cookies, Action<string, JsonElement> called, IHubFraming? framing = null)
    {
        var client = new HubClient(called, framing ?? JsonFraming.Instance);
        client._socket.Options.Cookies = cookies;
        client._socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        var address = new UriBuilder(new Uri(server, path)) { Scheme = server.Scheme == "https" ? "wss" : "ws" };
        await client._socket.ConnectAsync(address.Uri, CancellationToken.None);
        await client.SendRawAsync(JsonFraming.Record($$"""{"protocol":"{{client._framing.Name}}","version":1}"""));
        client._receiving = client.ReceiveAsync();
        return client;
    }

    public async Task<T> InvokeAsync<T>(string method, params object?[] arguments) =>
        (await InvokeRawAsync(method, arguments, [])).Deserialize<T>(Json.Options)!;

    public Task InvokeAsync(string method, params object?[] arguments) => InvokeRawAsync(method, arguments, []);

    /// <summary>Invokes a method whose last parameter is a stream, and sends that stream.</summary>
    public async Task UploadAsync<T>(string method, object?[] arguments, IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var stream = NextId();
        var done = InvokeRawAsync(method, arguments, [stream]);
        using var sending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sent = SendItemsAsync(stream, items, sending.Token);
        if (await Task.WhenAny(done, sent) == sent)
        {
            await sent;
        }
        await Task.WhenAny(done);
        await sending.CancelAsync();
        await done;
    }

    private async Task SendItemsAsync<T>(string stream, IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            await SendAsync(new HubMessage(2, stream, Item: item));
        }
        await SendAsync(new HubMessage(3, stream));
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(string method, object?[] arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = NextId();
        var items = Channel.CreateUnbounded<JsonElement>();
        _streams[id] = items;
        if (_failure is { } failure)
        {
            items.Writer.TryComplete(new HubClientException(failure));
        }
        await SendAsync(new HubMessage(4, id, method, arguments));
        await foreach (var item in items.Reader.ReadAllAsync(cancellationToken))
        {
            yield return item.Deserialize<T>(Json.Options)!;
        }
    }

    /// <summary>Asks for a stream and from then on takes nothing from the network, as a browser whose page hangs.</summary>
    public Task StallAsync(string method, params object?[] arguments)
    {
        _stalled = true;
        return SendAsync(new HubMessage(4, NextId(), method, arguments));
    }

    /// <summary>Pulls the plug: no goodbye.</summary>
    public void Abort() => _socket.Abort();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _socket.Abort();
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _closing.Dispose();
    }

    private async Task<JsonElement> InvokeRawAsync(string method, object?[] arguments, string[] streamIds)
    {
        var id = NextId();
        var done = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _invocations[id] = done;
        if (_failure is { } failure)
        {
            done.TrySetException(new HubClientException(failure));
        }
        await SendAsync(new HubMessage(1, id, method, arguments, streamIds));
        return await done.Task;
    }

    private string NextId() => Interlocked.Increment(ref _id).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Task SendAsync(HubMessage message) => SendRawAsync(_framing.Write(message));

    private async Task SendRawAsync(byte[] bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, _framing.Kind, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var pending = new List<byte>();
        // The answer to the handshake is JSON, whatever was agreed on.
        IHubFraming framing = JsonFraming.Instance;
        try
        {
            while (true)
            {
                if (_stalled)
                {
                    await Task.Delay(Timeout.Infinite, _closing.Token);
                }
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }
                pending.AddRange(buffer.AsSpan(0, received.Count));
                while (framing.TryTake(pending, out var message))
                {
                    framing = _framing;
                    Take(JsonSerializer.SerializeToElement(message));
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is gone; whoever waits is told below.
        }
        Fail("The connection was closed.");
        _closed.TrySetResult();
    }

    private void Take(JsonElement message)
    {
        var type = message.TryGetProperty("type", out var kind) ? kind.GetInt32() : 0;
        switch (type)
        {
            case 1:
                _called(message.GetProperty("target").GetString()!, message.GetProperty("arguments"));
                break;
            case 2 when _streams.TryGetValue(message.GetProperty("invocationId").GetString()!, out var items):
                items.Writer.TryWrite(message.GetProperty("item"));
                break;
            case 3:
                Complete(message);
                break;
            case 7:
                Fail("The server closed the connection.");
                break;
        }
    }

    private void Complete(JsonElement message)
    {
        var id = message.GetProperty("invocationId").GetString()!;
        var error = message.TryGetProperty("error", out var text) ? new HubClientException(text.GetString()!) : null;
        if (_streams.TryRemove(id, out var items))
        {
            items.Writer.TryComplete(error);
        }
        if (!_invocations.TryRemove(id, out var done))
        {
            return;
        }
        if (error is not null)
        {
            done.TrySetException(error);
        }
        else
        {
            done.TrySetResult(message.TryGetProperty("result", out var result) ? result : default);
        }
    }

    private void Fail(string why)
    {
        _failure ??= why;
        foreach (var waiting in _invocations.Values)
        {
            waiting.TrySetException(new HubClientException(why));
        }
        foreach (var items in _streams.Values)
        {
            items.Writer.TryComplete(new HubClientException(why));
        }
    }
}
