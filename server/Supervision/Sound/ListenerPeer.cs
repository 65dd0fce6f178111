using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// One supervisor's WebRTC connection: sends live sound as it comes, and takes the microphone from when the supervisor says
/// that it is open. What is in it before that, or of a mode that is over, is dropped. Thread-safe.
/// </summary>
internal sealed class ListenerPeer : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly IWebRtcPeer _peer;
    private readonly IAsyncDisposable _lease;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _listening;
    private readonly Task _watching;
    private Task _playing = Task.CompletedTask;
    private MicrophoneIntake? _intake;
    private int _stream;
    private long? _from;
    private long _seq;

    /// <param name="lease">Given back with the connection.</param>
    /// <param name="ufrag">Of the offer that was answered.</param>
    public ListenerPeer(IWebRtcPeer peer, IAsyncDisposable lease, string ufrag)
    {
        (_peer, _lease) = (peer, lease);
        Candidates = new PeerCandidates(peer, ufrag);
        _listening = ListenAsync();
        _watching = WatchAsync();
    }

    public PeerCandidates Candidates { get; }

    public bool HasEnded => _peer.Ended.IsCompleted;

    /// <summary>From now on this is sent; it is over when the sound is, or the connection.</summary>
    /// <param name="stopped">Told of the sound that is not taken any more.</param>
    public void Play(LiveSound sound, Action<LiveSound> stopped)
    {
        lock (_lock)
        {
            _playing = PlayAsync(_playing, sound, stopped);
        }
    }

    /// <summary>The supervisor's microphone goes there from now on, until it takes no more or the hub's stream takes over.</summary>
    public void SpeakInto(MicrophoneIntake intake)
    {
        lock (_lock)
        {
            CloseLocked();
            (_intake, _stream, _from, _seq) = (intake, intake.Open(), null, 0);
        }
    }

    /// <summary>The microphone goes nowhere.</summary>
    public void StopSpeaking()
    {
        lock (_lock)
        {
            CloseLocked();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _peer.DisposeAsync();
        await _watching;
        await _listening;
        await _playing;
        await Candidates.Told;
        await _lease.DisposeAsync();
        _over.Dispose();
    }

    private async Task WatchAsync()
    {
        await _peer.Ended;
        await _over.CancelAsync();
    }

    // The mix keeps the pace, and its packets are whole frames.
    private async Task PlayAsync(Task before, LiveSound sound, Action<LiveSound> stopped)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await foreach (var packet in sound.Packets.ReadAllAsync(_over.Token))
            {
                var samples = Pcm.FromBytes(packet.Pcm);
                for (var at = 0; at + AudioFormat.FrameSamples <= samples.Length; at += AudioFormat.FrameSamples)
                {
                    _peer.Send(samples.AsSpan(at, AudioFormat.FrameSamples));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is over. The browser asks the hub for the sound.
        }
        finally
        {
            stopped(sound);
        }
    }

    private async Task ListenAsync()
    {
        await foreach (var frame in _peer.Heard.ReadAllAsync())
        {
            lock (_lock)
            {
                Take(frame);
            }
        }
        lock (_lock)
        {
            // What was being said comes to its end.
            _intake?.MarkGap();
            CloseLocked();
        }
    }

    private void Take(PeerFrame frame)
    {
        if (_intake is not { } intake)
        {
            return;
        }
        _from ??= frame.Offset;
        try
        {
            if (intake.Accept(_stream, new AudioPacket(_seq++, 0, frame.Offset - _from.Value, Pcm.ToBytes(frame.Samples))))
            {
                return;
            }
        }
        catch (CallError)
        {
            // Its clock has run away; the browser speaks over the hub, or opens the microphone anew.
        }
        CloseLocked();
    }

    private void CloseLocked()
    {
        if (_intake is { } intake)
        {
            intake.Close(_stream);
            _intake = null;
        }
    }
}
