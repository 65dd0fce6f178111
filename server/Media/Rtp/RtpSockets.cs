using System.Net;
using System.Net.Sockets;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>Two UDP sockets side by side, an even port for RTP and the next for RTCP (RFC 3550, 11). Owned by one session.</summary>
public sealed class RtpSockets : IDisposable
{
    private const int Tries = 100;

    private RtpSockets(Socket rtp, Socket rtcp) => (Rtp, Rtcp) = (rtp, rtcp);

    public Socket Rtp { get; }

    public Socket Rtcp { get; }

    public int Port => ((IPEndPoint)Rtp.LocalEndPoint!).Port;

    /// <param name="ports">Null: any that are free.</param>
    /// <exception cref="MediaException"><c>gatewayFull</c>: no two ports side by side are free.</exception>
    public static RtpSockets Open(IPAddress address, (int From, int To)? ports)
    {
        for (var i = 0; i < Tries; i++)
        {
            var port = ports is { } range ? (range.From + 1) / 2 * 2 + i * 2 : 0;
            if (ports is { } within && port + 1 > within.To)
            {
                break;
            }
            if (TryBind(address, port) is not { } rtp)
            {
                continue;
            }
            var bound = ((IPEndPoint)rtp.LocalEndPoint!).Port;
            if (bound % 2 == 0 && TryBind(address, bound + 1) is { } rtcp)
            {
                return new RtpSockets(rtp, rtcp);
            }
            rtp.Dispose();
        }
        throw MediaException.GatewayFull();
    }

    public void Dispose()
    {
        Rtp.Dispose();
        Rtcp.Dispose();
    }

    private static Socket? TryBind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
