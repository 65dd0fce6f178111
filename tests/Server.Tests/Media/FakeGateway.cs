using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Tests.Media;

/// <summary>A gateway without a network: what a test says is heard, and what is sent to the participant is kept.</summary>
internal sealed class FakeGateway : IEngine<IWebRtcGateway>, IWebRtcGateway
{
    private FakeGateway()
    {
    }

    public List<FakePeer> Peers { get; } = [];

    /// <summary>Null: it answers.</summary>
    public MediaException? Fails { get; set; }

    public EngineRole Role => EngineRole.WebRtc;

    public string Name => "fake";

    public int Preference => 1_000;

    public static FakeGateway Open() => new();

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("Here.");

    public IWebRtcGateway Create(IServiceProvider services) => this;

    public Task<IWebRtcPeer> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        if (Fails is not null)
        {
            throw Fails;
        }
        var peer = new FakePeer();
        Peers.Add(peer);
        return Task.FromResult<IWebRtcPeer>(peer);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal sealed class FakePeer : IWebRtcPeer
{
    private readonly TaskCompletionSource<string> _ended = new();
    // What is said has been taken when Speak returns: no machine is so busy that it comes later than the test goes on.
    private readonly Channel<PeerFrame> _heard = Channel.CreateUnbounded<PeerFrame>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });
    private readonly Lock _lock = new();
    private readonly List<short> _sent = [];
    private long _offset;

    public List<IceCandidate> Candidates { get; } = [];

    public int Restarts { get; private set; }

    public string Answer => "v=0 fake";

    public ChannelReader<PeerFrame> Heard => _heard.Reader;

    public Task<string> Ended => _ended.Task;

    public PeerStatistics Statistics => default;

    public short[] Sent
    {
        get
        {
            lock (_lock)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>The participant speaks 20 ms.</summary>
    public void Speak(short level)
    {
        var frame = new short[AudioFormat.FrameSamples];
        Array.Fill(frame, level);
        _heard.Writer.TryWrite(new PeerFrame(_offset, frame, false));
        _offset += frame.Length;
    }

    public void End(string code)
    {
        _ended.TrySetResult(code);
        _heard.Writer.TryComplete();
    }

    public long Send(ReadOnlySpan<short> frame)
    {
        lock (_lock)
        {
            _sent.AddRange(frame);
            return _sent.Count - frame.Length;
        }
    }

    /// <summary>Here a timestamp is the sample itself.</summary>
    public long? SentSampleAt(uint rtpTimestamp) => rtpTimestamp <= Sent.Length ? rtpTimestamp : null;

    public Task<string> RestartAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        Restarts++;
        return Task.FromResult("v=0 restarted");
    }

    public Task AddCandidateAsync(IceCandidate candidate, CancellationToken cancellationToken)
    {
        Candidates.Add(candidate);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        End("left");
        return ValueTask.CompletedTask;
    }
}
