using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>
/// A hub's client that costs little, so that hundreds fit beside the server that is measured: items of streams are
/// handed on unread. SignalR's JSON protocol.
/// </summary>
internal sealed class LeanHub : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private const int PingMs = 3_000;
    private static readonly byte[] Ping = [.. "{\"type\":6}"u8, RecordEnd];
    private static readonly byte[] ItemOfStream = Encoding.UTF8.GetBytes("{\"type\":2,\"invocationId\":\"");
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _answers = new();
    private readonly ConcurrentDictionary<byte, Action<ReadOnlyMemory<byte>>> _streams = new();
    private readonly CancellationTokenSource _leaving = new();
    private Task _working = Task.CompletedTask;
    private int _id;

    /// <summary>Told of everything that the server calls on the client, as it stands on the wire; good until it returns.</summary>
    public Action<ReadOnlyMemory<byte>>? Called { get; set; }

    public static async Task<LeanHub> ConnectAsync(Uri server, string path, CookieContainer cookies)
    {
        var hub = new LeanHub();
        hub._socket.Options.Cookies = cookies;
        hub._socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        await hub._socket.ConnectAsync(new Uri($"ws://{server.Authority}{path}"), CancellationToken.None);
        await hub.SendAsync([.. "{\"protocol\":\"json\",\"version\":1}"u8, RecordEnd]);
        hub._working = Task.WhenAll(hub.ReceiveAsync(), hub.PingAsync());
        return hub;
    }

    public async Task<T> InvokeAsync<T>(string method, params object?[] arguments)
    {
        var invocationId = NextId();
        var answer = _answers[invocationId] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(Record(new { type = 1, invocationId, target = method, arguments }));
        return (await answer.Task).Deserialize<T>(Json.Options)!;
    }

    /// <summary>Opens a stream from the server; its items are given as they stand on the wire.</summary>
    public Task StreamAsync(string method, object?[] arguments, Action<ReadOnlyMemory<byte>> got)
    {
        var invocationId = NextId();
        _streams[(byte)invocationId[0]] = got;
        return SendAsync(Record(new { type = 4, invocationId, target = method, arguments }));
    }

    /// <summary>Opens a stream to the server.</summary>
    /// <returns>What comes before each of its items on the wire.</returns>
    public async Task<byte[]> UploadAsync(string method, params object?[] arguments)
    {
        var (invocationId, stream) = (NextId(), NextId());
        await SendAsync(Record(new { type = 1, invocationId, target = method, arguments, streamIds = new[] { stream } }));
        return Encoding.UTF8.GetBytes($"{{\"type\":2,\"invocationId\":\"{stream}\",\"item\":");
    }

    public async Task SendAsync(byte[] record)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(record, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The number behind a name in an item.</summary>
    public static long Number(ReadOnlySpan<byte> item, ReadOnlySpan<byte> name)
    {
        var at = item.IndexOf(name) + name.Length;
        return System.Buffers.Text.Utf8Parser.TryParse(item[at..], out long number, out _)
            ? number : throw new InvalidDataException($"An item without {System.Text.Encoding.UTF8.GetString(name)} came.");
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _socket.Abort();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _leaving.Dispose();
    }

    private static byte[] Record(object message) => [.. JsonSerializer.SerializeToUtf8Bytes(message, Json.Options), RecordEnd];

    // One digit, so that the stream of an item is one byte at a known place.
    private string NextId() => (++_id).ToString(System.Globalization.CultureInfo.InvariantCulture) is { Length: 1 } id
        ? id : throw new InvalidOperationException("A lean hub makes at most nine calls.");

    private async Task PingAsync()
    {
        while (true)
        {
            await Task.Delay(PingMs, _leaving.Token);
            await SendAsync(Ping);
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[256 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            var received = await _socket.ReceiveAsync(buffer.AsMemory(length), _leaving.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }
            length += received.Count;
            var from = 0;
            for (int end; (end = buffer.AsSpan(from, length - from).IndexOf(RecordEnd)) >= 0; from += end + 1)
            {
                Take(buffer.AsMemory(from, end));
            }
            buffer.AsSpan(from, length - from).CopyTo(buffer);
            length -= from;
        }
    }

    private void Take(ReadOnlyMemory<byte> record)
    {
        var span = record.Span;
        if (span.StartsWith(ItemOfStream) && span.Length > ItemOfStream.Length)
        {
            if (_streams.TryGetValue(span[ItemOfStream.Length], out var got))
            {
                got(record);
            }
        }
        else if (span.StartsWith("{\"type\":1,"u8))
        {
            Called?.Invoke(record);
        }
        else if (span.StartsWith("{\"type\":3"u8))
        {
            using var message = JsonDocument.Parse(record);
            var root = message.RootElement;
            if (!_answers.TryRemove(root.GetProperty("invocationId").GetString()!, out var answer))
            {
                return;
            }
            if (root.TryGetProperty("error", out var error))
            {
                answer.TrySetException(new InvalidOperationException(error.GetString()));
            }
            else
            {
                answer.TrySetResult(root.TryGetProperty("result", out var result) ? result.Clone() : default);
            }
        }
    }
}
