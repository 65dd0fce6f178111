using System.Net;
using System.Net.Sockets;

namespace RealtimeTraining.TestKit;

/// <summary>
/// The network between a browser and a server, which a test can cut: then nothing gets through either way and nobody is
/// told, as when Wi-Fi is gone. Mending it ends the connections of before and lets new ones through.
/// </summary>
public sealed class BrokenWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _accepting;
    private readonly List<Task> _carrying = [];
    private readonly Lock _lock = new();
    private CancellationTokenSource _connections = new();
    private TaskCompletionSource? _cut;

    public BrokenWire(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What the browser opens instead of the server.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Cut()
    {
        lock (_lock)
        {
            _cut ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Mend()
    {
        lock (_lock)
        {
            _connections.Cancel();
            _connections = new CancellationTokenSource();
            _cut?.SetResult();
            _cut = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Stop();
        Mend();
        await _connections.CancelAsync();
        await Task.WhenAll(_carrying);
        _connections.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync(_closing.Token);
                lock (_lock)
                {
                    _carrying.Add(CarryAsync(browser, _connections.Token));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The wire is being taken away.
        }
    }

    private async Task CarryAsync(TcpClient browser, CancellationToken ended)
    {
        using var server = new TcpClient();
        using (browser)
        {
            try
            {
                await ThroughAsync(ended);
                await server.ConnectAsync(_server.Host, _server.Port, ended);
                await Task.WhenAny(
                    CopyAsync(browser.GetStream(), server.GetStream(), ended),
                    CopyAsync(server.GetStream(), browser.GetStream(), ended));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
            {
                // Either end has gone, or the wire was mended.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, CancellationToken ended)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer, ended)) > 0;)
            {
                await ThroughAsync(ended);
                await to.WriteAsync(buffer.AsMemory(0, count), ended);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other way ends with it.
        }
    }

    private Task ThroughAsync(CancellationToken ended)
    {
        lock (_lock)
        {
            return _cut?.Task.WaitAsync(ended) ?? Task.CompletedTask;
        }
    }
}
