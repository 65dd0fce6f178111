using System.Runtime.InteropServices;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Media;

/// <summary>
/// One peer within its call: its frames go to the microphone's intake, counted as the browser counts, and the patient's
/// voice to it. Thread-safe.
/// </summary>
internal sealed class CallPeer : IAsyncDisposable
{
    /// <summary>
    /// How much later a sample arrives by RTP than the browser has counted it for the hub: packet, codec, and reordering
    /// against a worklet's block. Rather a little is heard twice at a change of path than lost.
    /// </summary>
    private const int RtpBehindMs = 30;
    private readonly Lock _lock = new();
    private readonly IAsyncDisposable _lease;
    private readonly MicrophoneIntake _intake;
    private readonly Playout _playout;
    private readonly VoicePacer _pacer;
    private readonly Task _listening;
    private long _newest;
    private long _shift;
    private long _seq;
    private int _stream;
    private int _firstSoundTold;

    /// <param name="ufrag">Of the offer that was answered.</param>
    public CallPeer(IWebRtcPeer peer, IAsyncDisposable lease, string ufrag, MicrophoneIntake intake, Playout playout, CallClock clock)
    {
        (Peer, _lease, _intake, _playout) = (peer, lease, intake, playout);
        Candidates = new PeerCandidates(peer, ufrag);
        _pacer = new VoicePacer(peer, clock);
        _listening = ListenAsync();
    }

    public IWebRtcPeer Peer { get; }

    public PeerCandidates Candidates { get; }

    public long LateFrames => _pacer.LateFrames;

    /// <summary>The microphone is taken from this peer.</summary>
    public bool IsHeard
    {
        get
        {
            lock (_lock)
            {
                return _stream != 0;
            }
        }
    }

    public void Use(long captured)
    {
        lock (_lock)
        {
            _shift = captured - _newest - AudioFormat.Samples(RtpBehindMs);
            _seq = 0;
            _stream = _intake.Open();
        }
        _pacer.Play(_playout.Listen());
    }

    /// <summary>What of the patient was heard, from the timestamp of the frame that the browser played last.</summary>
    public PlayedPosition? PlayedAt(uint timestamp, int agoMs)
    {
        if (Peer.SentSampleAt(timestamp) is not { } sent || _pacer.PlayedAt(sent) is not { } played)
        {
            return null;
        }
        var isNew = Interlocked.Exchange(ref _firstSoundTold, played.Utterance) != played.Utterance;
        int? firstSoundAgoMs = isNew ? agoMs + (int)AudioFormat.Milliseconds(played.Samples) : null;
        return new PlayedPosition(played.Utterance, played.Samples, firstSoundAgoMs, 0);
    }

    public async ValueTask DisposeAsync()
    {
        _pacer.Dispose();
        await Peer.DisposeAsync();
        await _listening;
        await Candidates.Told;
        await _lease.DisposeAsync();
    }

    private async Task ListenAsync()
    {
        await foreach (var frame in Peer.Heard.ReadAllAsync())
        {
            lock (_lock)
            {
                _newest = frame.Offset + frame.Samples.Length;
                if (_stream != 0 && !Accept(frame))
                {
                    _stream = 0;
                }
            }
        }
        lock (_lock)
        {
            _intake.Close(_stream);
            _stream = 0;
        }
    }

    // False: the hub's stream has taken over, or the offsets have gone out of range, which the hub's stream then mends.
    private bool Accept(PeerFrame frame)
    {
        var offset = frame.Offset + _shift;
        var samples = frame.Samples.AsSpan(offset < 0 ? (int)Math.Min(-offset, frame.Samples.Length) : 0);
        if (samples.IsEmpty)
        {
            return true;
        }
        try
        {
            return _intake.Accept(_stream, new AudioPacket(_seq++, 0, Math.Max(0, offset), MemoryMarshal.AsBytes(samples).ToArray()));
        }
        catch (CallError)
        {
            return false;
        }
    }
}
