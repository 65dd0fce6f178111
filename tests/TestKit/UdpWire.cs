using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RealtimeTraining.TestKit;

/// <summary>
/// The network between a browser and a gateway's UDP port, which a test can cut: then nothing gets through either way and
/// nobody is told. A browser is kept apart by its address, so that each has a port of its own towards the gateway.
/// </summary>
public sealed class UdpWire : IDisposable
{
    private readonly IPEndPoint _gateway;
    private readonly Socket _near;
    private readonly ConcurrentDictionary<EndPoint, Socket> _far = new();
    private readonly ConcurrentBag<Task> _carrying = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<bool> _isCut;
    private long _lost;

    /// <param name="gateway">Where the gateway listens. The wire's own end is another port of the same address.</param>
    public UdpWire(IPEndPoint gateway, Func<bool> isCut)
    {
        (_gateway, _isCut) = (gateway, isCut);
        _near = Bound(gateway.Address);
        _carrying.Add(CarryUpAsync());
    }

    public int Port => ((IPEndPoint)_near.LocalEndPoint!).Port;

    /// <summary>Datagrams that did not get through.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    public void Dispose()
    {
        _closing.Cancel();
        Task.WhenAll(_carrying).GetAwaiter().GetResult();
        foreach (var socket in _far.Values.Append(_near))
        {
            socket.Dispose();
        }
        _closing.Dispose();
    }

    private Task CarryUpAsync() => CarryAsync(_near, (datagram, browser) => Far(browser).SendTo(datagram.Span, _gateway));

    private Socket Far(EndPoint browser) => _far.GetOrAdd(browser, address =>
    {
        var socket = Bound(_gateway.Address);
        _carrying.Add(CarryAsync(socket, (datagram, _) => _near.SendTo(datagram.Span, address)));
        return socket;
    });

    private async Task CarryAsync(Socket from, Action<ReadOnlyMemory<byte>, EndPoint> carry)
    {
        var buffer = new byte[2_048];
        while (true)
        {
            try
            {
                var got = await from.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _closing.Token);
                if (_isCut())
                {
                    Interlocked.Increment(ref _lost);
                }
                else
                {
                    carry(buffer.AsMemory(0, got.ReceivedBytes), got.RemoteEndPoint);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // Nobody listens there any more; the next datagram may get through.
            }
        }
    }

    private static Socket Bound(IPAddress address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(address, 0));
        return socket;
    }
}
