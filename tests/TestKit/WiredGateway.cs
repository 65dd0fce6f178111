using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.TestKit;

/// <summary>
/// A gateway's engine whose browsers reach it only through a wire that a test can cut: the addresses in its answers are
/// the wire's. Counts the ICE restarts that were asked for.
/// </summary>
public sealed partial class WiredGateway(IEngine<IWebRtcGateway> inner) : IEngine<IWebRtcGateway>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPEndPoint, UdpWire> _wires = [];
    private volatile bool _isCut;
    private int _restarts;
    private int _peers;
    private int _left;

    public EngineRole Role => inner.Role;

    public string Name => inner.Name;

    public int Preference => inner.Preference;

    public int Restarts => Volatile.Read(ref _restarts);

    /// <summary>Connections that were made.</summary>
    public int Peers => Volatile.Read(ref _peers);

    /// <summary>Connections that the call has ended.</summary>
    public int Left => Volatile.Read(ref _left);

    /// <summary>Datagrams that the cut has swallowed.</summary>
    public long Lost
    {
        get
        {
            lock (_lock)
            {
                return _wires.Values.Sum(wire => wire.Lost);
            }
        }
    }

    /// <summary>The network comes back at the moment in which the browser asks for a restart.</summary>
    public bool MendsAtRestart { get; set; }

    public void Cut() => _isCut = true;

    /// <summary>A new call: the network is whole, and everything is counted from here.</summary>
    public void Begin()
    {
        _isCut = false;
        (_restarts, _peers, _left) = (0, 0, 0);
    }

    public void Register(IServiceCollection services) => inner.Register(services);

    public EngineProbe Probe(IServiceProvider services) => inner.Probe(services);

    public IWebRtcGateway Create(IServiceProvider services) => new Gateway(this, inner.Create(services));

    public void Dispose()
    {
        foreach (var wire in _wires.Values)
        {
            wire.Dispose();
        }
    }

    private void AskedForRestart()
    {
        Interlocked.Increment(ref _restarts);
        if (MendsAtRestart)
        {
            _isCut = false;
        }
    }

    // Other ways past the wire, such as TCP or IPv6, are left out.
    private string Through(string answer)
    {
        var lines = answer.Split("\r\n").Where(line => !line.StartsWith("a=candidate:", StringComparison.Ordinal) || HostPattern().IsMatch(line));
        return HostPattern().Replace(string.Join("\r\n", lines), candidate =>
        {
            var gateway = new IPEndPoint(IPAddress.Parse(candidate.Groups[2].Value), int.Parse(candidate.Groups[3].Value));
            return $"{candidate.Groups[1].Value}{gateway.Address} {WireTo(gateway).Port} typ host";
        });
    }

    private UdpWire WireTo(IPEndPoint gateway)
    {
        lock (_lock)
        {
            return _wires.TryGetValue(gateway, out var wire) ? wire : _wires[gateway] = new UdpWire(gateway, () => _isCut);
        }
    }

    [GeneratedRegex(@"(a=candidate:\S+ 1 (?i:udp) \d+ )(\d+\.\d+\.\d+\.\d+) (\d+) typ host")]
    private static partial Regex HostPattern();

    private sealed class Gateway(WiredGateway wired, IWebRtcGateway inner) : IWebRtcGateway
    {
        public async Task<IWebRtcPeer> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken)
        {
            var peer = new Peer(wired, await inner.AnswerAsync(offer, cancellationToken));
            Interlocked.Increment(ref wired._peers);
            return peer;
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Peer(WiredGateway wired, IWebRtcPeer inner) : IWebRtcPeer
    {
        public string Answer => wired.Through(inner.Answer);

        public ChannelReader<PeerFrame> Heard => inner.Heard;

        public Task<string> Ended => inner.Ended;

        public PeerStatistics Statistics => inner.Statistics;

        public long Send(ReadOnlySpan<short> frame) => inner.Send(frame);

        public long? SentSampleAt(uint rtpTimestamp) => inner.SentSampleAt(rtpTimestamp);

        public async Task<string> RestartAsync(SdpOffer offer, CancellationToken cancellationToken)
        {
            wired.AskedForRestart();
            return wired.Through(await inner.RestartAsync(offer, cancellationToken));
        }

        // The browser's own addresses would let the gateway find a way past the wire.
        public Task AddCandidateAsync(IceCandidate candidate, CancellationToken cancellationToken) =>
            candidate.Line is null ? inner.AddCandidateAsync(candidate, cancellationToken) : Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            Interlocked.Increment(ref wired._left);
            return inner.DisposeAsync();
        }
    }
}
