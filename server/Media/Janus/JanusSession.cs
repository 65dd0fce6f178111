using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>
/// The one session that this server has with Janus: kept alive, and claimed again when the WebSocket breaks, so that the
/// media of running calls goes on. When it is lost for good, all handles on it are told. Thread-safe.
/// </summary>
internal sealed partial class JanusSession : IAsyncDisposable
{
    private const int KeepAliveMs = 5_000;
    private static readonly int[] RetryMs = [100, 250, 500, 1_000];
    private readonly JanusOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<ulong, Action<JanusReply?>> _handles = new();
    private readonly CancellationTokenSource _closing = new();
    private JanusSocket _socket = null!;
    private ulong _id;
    private Task _keeping = Task.CompletedTask;

    private JanusSession(JanusOptions options, TimeProvider time, ILogger logger) => (_options, _time, _logger) = (options, time, logger);

    /// <summary>Lost for good; another one is to be opened.</summary>
    public bool IsLost { get; private set; }

    /// <exception cref="MediaException"><c>gatewayGone</c>, <c>gatewayRefused</c>.</exception>
    public static async Task<JanusSession> OpenAsync(JanusOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var session = new JanusSession(options, time, logger);
        session._socket = await JanusSocket.OpenAsync(options, time, session.Said, cancellationToken);
        try
        {
            var created = await session._socket.AskAsync(new JsonObject { ["janus"] = "create" }, takesAck: true, cancellationToken);
            session._id = created.Id;
        }
        catch
        {
            await session._socket.DisposeAsync();
            throw;
        }
        session._keeping = session.KeepAsync();
        LogConnected(logger, options.Address);
        return session;
    }

    /// <summary>A handle on the plugin.</summary>
    /// <param name="said">What Janus says about the handle; null: the session is lost.</param>
    public async Task<ulong> AttachAsync(string plugin, Action<JanusReply?> said, CancellationToken cancellationToken)
    {
        var attached = await AskAsync(new JsonObject { ["janus"] = "attach", ["plugin"] = plugin }, takesAck: true, cancellationToken);
        _handles[attached.Id] = said;
        return attached.Id;
    }

    /// <inheritdoc cref="JanusSocket.AskAsync"/>
    public Task<JanusReply> AskAsync(JsonObject request, bool takesAck, CancellationToken cancellationToken)
    {
        if (IsLost)
        {
            throw MediaException.GatewayGone();
        }
        request["session_id"] = _id;
        return _socket.AskAsync(request, takesAck, cancellationToken);
    }

    public async Task DetachAsync(ulong handle)
    {
        if (_handles.TryRemove(handle, out _) && !IsLost)
        {
            try
            {
                await AskAsync(new JsonObject { ["janus"] = "detach", ["handle_id"] = handle }, takesAck: true, CancellationToken.None);
            }
            catch (MediaException)
            {
                // Gone already, and the handle with it.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _keeping;
        try
        {
            if (!IsLost)
            {
                await AskAsync(new JsonObject { ["janus"] = "destroy" }, takesAck: true, CancellationToken.None);
            }
        }
        catch (MediaException)
        {
            // It goes by itself when nobody keeps it alive.
        }
        Lose();
        await _socket.DisposeAsync();
        _closing.Dispose();
    }

    private async Task KeepAsync()
    {
        try
        {
            while (!IsLost)
            {
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
                await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(KeepAliveMs), _time, pause.Token), _socket.Broken);
                await pause.CancelAsync();
                _closing.Token.ThrowIfCancellationRequested();
                if (!await IsAliveAsync() && !await ReclaimAsync())
                {
                    LogLost(_logger, _options.Address, _handles.Count);
                    Lose();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }

    private async Task<bool> IsAliveAsync()
    {
        try
        {
            await AskAsync(new JsonObject { ["janus"] = "keepalive" }, takesAck: true, _closing.Token);
            return true;
        }
        catch (MediaException)
        {
            return false;
        }
    }

    // A Janus that only lost its WebSocket still has the session, and the media goes on meanwhile.
    private async Task<bool> ReclaimAsync()
    {
        var began = _time.GetTimestamp();
        for (var i = 0; _time.GetElapsedTime(began).TotalMilliseconds < _options.ReconnectMs; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(RetryMs[Math.Min(i, RetryMs.Length - 1)]), _time, _closing.Token);
            JanusSocket? socket = null;
            try
            {
                socket = await JanusSocket.OpenAsync(_options, _time, Said, _closing.Token);
                await socket.AskAsync(new JsonObject { ["janus"] = "claim", ["session_id"] = _id }, takesAck: true, _closing.Token);
                (var old, _socket) = (_socket, socket);
                await old.DisposeAsync();
                LogConnected(_logger, _options.Address);
                return true;
            }
            catch (MediaException exception)
            {
                if (socket is not null)
                {
                    await socket.DisposeAsync();
                }
                if (exception.Code == "gatewayRefused")
                {
                    // It answers, and knows nothing of this session: it was started anew.
                    return false;
                }
            }
        }
        return false;
    }

    private void Said(JanusReply reply)
    {
        if (reply.Kind == "timeout")
        {
            Lose();
        }
        else if (_handles.TryGetValue(reply.Sender, out var said))
        {
            said(reply);
        }
    }

    private void Lose()
    {
        IsLost = true;
        foreach (var said in _handles.Values)
        {
            said(null);
        }
        _handles.Clear();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to the Janus gateway at {Address}.")]
    private static partial void LogConnected(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Janus gateway at {Address} is gone; {Peers} participants go on over the hub.")]
    private static partial void LogLost(ILogger logger, string address, int peers);
}
