using System.Net;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>The plain RTP side of the NoSIP plugin: where Janus listens, and the answer that says where this server does.</summary>
internal static class BareboneSdp
{
    /// <summary>Where Janus sends RTP from and takes it; RTCP is on the next port.</summary>
    /// <exception cref="MediaException"><c>gatewayRefused</c>: it names no address.</exception>
    public static IPEndPoint AddressOf(string sdp)
    {
        IPAddress? address = null;
        var port = 0;
        foreach (var line in sdp.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("c=IN IP4 ", StringComparison.Ordinal) && IPAddress.TryParse(line["c=IN IP4 ".Length..].Split('/')[0], out var named))
            {
                address = named;
            }
            else if (line.StartsWith("m=audio ", StringComparison.Ordinal))
            {
                _ = ushort.TryParse(line.Split(' ')[1], out var parsed);
                port = parsed;
            }
        }
        return address is not null && port > 0 ? new IPEndPoint(address, port) : throw MediaException.GatewayRefused("it names no RTP address");
    }

    public static string Answer(string address, int port, string mid, AudioCodec codec)
    {
        var formats = string.Concat(codec.Formats.Select(format =>
            $"a=rtpmap:{format.PayloadType} {format.Map}\r\n" + (format.Parameters is { } parameters ? $"a=fmtp:{format.PayloadType} {parameters}\r\n" : "")));
        return $"v=0\r\no=- 1 1 IN IP4 {address}\r\ns=-\r\nc=IN IP4 {address}\r\nt=0 0\r\n"
            + $"m=audio {port} RTP/AVP {string.Join(' ', codec.Formats.Select(format => format.PayloadType))}\r\na=mid:{mid}\r\n{formats}a=ptime:20\r\na=sendrecv\r\n";
    }
}
