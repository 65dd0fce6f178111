using System.Net;
using System.Net.Sockets;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>
/// One participant's plain RTP with a gateway: what comes from the gateway's own address goes to the receiver, frames go
/// out as they are sent, RTCP reports go both ways about every five seconds. Owns the sockets. Thread-safe, except that
/// <see cref="Send"/> has one caller at a time.
/// </summary>
public sealed class RtpSession : IAsyncDisposable
{
    private const int FirstReportMs = 1_000;
    private const int ReportEveryMs = 5_000;
    private readonly RtpSockets _sockets;
    private readonly TimeProvider _time;
    private readonly VoiceReceiver _receiver;
    private readonly VoiceSender _sender;
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _reading = [];
    private readonly ITimer _reports;
    private readonly Lock _lock = new();
    private readonly IPEndPoint _remote;
    private readonly IPEndPoint _remoteRtcp;
    private (uint Time, long At)? _lastSenderReport;
    private (long Received, long Lost) _reported;
    private int? _roundTripMs;
    private long _bytesSent;

    /// <param name="remote">Where the gateway sends from and listens; everything else is a stranger.</param>
    public RtpSession(RtpSockets sockets, IPEndPoint remote, AudioCodec codec, TimeProvider time)
    {
        (_sockets, _time, _remote) = (sockets, time, remote);
        _remoteRtcp = new IPEndPoint(remote.Address, remote.Port + 1);
        _receiver = new VoiceReceiver(codec, time);
        _sender = new VoiceSender(codec);
        _reading.Add(ReadAsync(sockets.Rtp, _remote, _receiver.Receive));
        _reading.Add(ReadAsync(sockets.Rtcp, _remoteRtcp, ReadReport));
        _reports = time.CreateTimer(_ => WriteReport(), null, TimeSpan.FromMilliseconds(FirstReportMs), TimeSpan.FromMilliseconds(ReportEveryMs));
    }

    public System.Threading.Channels.ChannelReader<PeerFrame> Heard => _receiver.Frames;

    public PeerStatistics Statistics
    {
        get
        {
            lock (_lock)
            {
                return _receiver.Statistics with { RoundTripMs = _roundTripMs, BytesSent = _bytesSent };
            }
        }
    }

    /// <inheritdoc cref="IWebRtcPeer.Send"/>
    public long Send(ReadOnlySpan<short> frame)
    {
        var first = _sender.Samples;
        SendTo(_sockets.Rtp, _sender.Packet(frame).Span, _remote);
        return first;
    }

    /// <inheritdoc cref="IWebRtcPeer.SentSampleAt"/>
    public long? SentSampleAt(uint timestamp) => _sender.SampleAt(timestamp);

    public async ValueTask DisposeAsync()
    {
        await _reports.DisposeAsync();
        await _closing.CancelAsync();
        await Task.WhenAll(_reading);
        _sockets.Dispose();
        _receiver.Dispose();
        _sender.Dispose();
        _closing.Dispose();
    }

    private async Task ReadAsync(Socket socket, IPEndPoint from, Action<ReadOnlyMemory<byte>> take)
    {
        // One byte more than allowed, so that a datagram that is too long is seen to be.
        var buffer = new byte[RtpPacket.MaxBytes + 1];
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, from, _closing.Token);
                if (got.RemoteEndPoint.Equals(from))
                {
                    take(buffer.AsMemory(0, got.ReceivedBytes));
                }
                else
                {
                    _receiver.Refuse();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A port that nobody listens on is reported here for what was sent to it; the next datagram may well come.
                // Larger than the buffer ends up here too on some systems.
                _receiver.Refuse();
            }
        }
    }

    private void ReadReport(ReadOnlyMemory<byte> datagram)
    {
        if (!Rtcp.TryRead(datagram.Span, _sender.Ssrc, out var reading))
        {
            _receiver.Refuse();
            return;
        }
        lock (_lock)
        {
            if (reading.SenderTime is { } senderTime)
            {
                _lastSenderReport = (senderTime, _time.GetTimestamp());
            }
            if (reading.EchoedTime is { } echoed)
            {
                _roundTripMs = NtpTime.RoundTripMs(_time.GetUtcNow(), echoed, reading.EchoDelay) ?? _roundTripMs;
            }
        }
    }

    private void WriteReport()
    {
        Span<byte> packet = stackalloc byte[128];
        int length;
        lock (_lock)
        {
            var report = _receiver.Report;
            var (received, lost) = (report.Received - _reported.Received, report.Lost - _reported.Lost);
            _reported = (report.Received, report.Lost);
            var since = _lastSenderReport is { } last ? (uint)(_time.GetElapsedTime(last.At).TotalSeconds * 65_536) : 0;
            length = Rtcp.WriteSenderReport(
                packet, _sender, NtpTime.Of(_time.GetUtcNow()), report.Received == 0 ? null : report,
                lost <= 0 ? 0 : (double)lost / (received + lost), _lastSenderReport?.Time ?? 0, since);
        }
        SendTo(_sockets.Rtcp, packet[..length], _remoteRtcp);
    }

    private void SendTo(Socket socket, ReadOnlySpan<byte> datagram, IPEndPoint remote)
    {
        try
        {
            socket.SendTo(datagram, SocketFlags.None, remote);
            Interlocked.Add(ref _bytesSent, datagram.Length);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Lost, as on any network.
        }
    }
}
