using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RealtimeTraining.TestKit;

/// <summary>
/// An HTTP server over real sockets that does byte by byte what a test says, also what no honest server would. The
/// first request gets the first act, and so on; the last act is for all that follow. What goes wrong in an act comes
/// out at the end of the test.
/// </summary>
public sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<WireExchange, Task>[] acts;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<WireRequest> requests = new();
    private readonly ConcurrentQueue<Exception> faults = new();
    private readonly List<Task> connections = [];
    private readonly Task accepting;
    private int served = -1;

    public WireServer(params Func<WireExchange, Task>[] acts)
    {
        this.acts = acts;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>"http://127.0.0.1:40000".</summary>
    public string Address => $"http://{listener.LocalEndpoint}";

    public IReadOnlyList<WireRequest> Requests => [.. requests];

    /// <summary>An address where nothing listens.</summary>
    public static string Nowhere()
    {
        using var briefly = new TcpListener(IPAddress.Loopback, 0);
        briefly.Start();
        return $"http://{briefly.LocalEndpoint}";
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(connections);
        listener.Dispose();
        stop.Dispose();
        if (!faults.IsEmpty)
        {
            throw new AggregateException("The wire server's act failed.", faults);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException || stop.IsCancellationRequested)
        {
            // The test is over; a listener that was stopped throws what it likes.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        await using var stream = client.GetStream();
        try
        {
            while (await WireRequest.ReadAsync(stream, stop.Token) is { } request)
            {
                requests.Enqueue(request);
                var exchange = new WireExchange(request, client, stream, stop.Token);
                await acts[Math.Min(Interlocked.Increment(ref served), acts.Length - 1)](exchange);
                if (exchange.Over)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, which many tests want, or the test is over.
        }
        catch (Exception e)
        {
            faults.Enqueue(e);
        }
    }
}
