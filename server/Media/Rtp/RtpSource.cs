namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>
/// Which packets belong to the one source that is listened to: its SSRC, and sequence numbers in range (RFC 3550, A.1).
/// Gives each its place in a count that does not wrap. Not thread-safe.
/// </summary>
public sealed class RtpSource(int clockRateHz)
{
    /// <summary>A jump ahead that can still be loss: a minute of 20 ms packets.</summary>
    public const int MaxDropout = 3_000;

    /// <summary>How far behind a packet may be and still be one that was overtaken.</summary>
    public const int MaxMisorder = 100;

    /// <summary>How far timestamps may be from where the sequence numbers say: a minute.</summary>
    private readonly long _maxDrift = clockRateHz * 60L;
    private bool _begun;
    private uint _ssrc;
    private long _newest;
    private long _newestTime;
    private long _skipped;
    private uint _rawTime;
    private int _expectedAfterJump = -1;

    public uint Ssrc => _ssrc;

    /// <summary>The highest sequence number so far, with its cycles, for receiver reports.</summary>
    public long Newest => _newest;

    /// <param name="sequence">Goes up by one from packet to packet, over wraps and over a sender that begins anew.</param>
    /// <param name="time">In units of the clock, from the first packet.</param>
    /// <returns>False: of another source, or out of range; to be refused.</returns>
    public bool TryPlace(in RtpPacket packet, out long sequence, out long time)
    {
        (sequence, time) = (0, 0);
        if (!_begun)
        {
            (_begun, _ssrc, _newest, _rawTime) = (true, packet.Ssrc, packet.Sequence, packet.Timestamp);
        }
        if (packet.Ssrc != _ssrc)
        {
            return false;
        }
        var step = (short)(packet.Sequence - (ushort)_newest);
        if (step is > MaxDropout or < -MaxMisorder)
        {
            return TryFollowJump(packet, out sequence, out time);
        }
        _expectedAfterJump = -1;
        var extended = _newest + step;
        sequence = extended - _skipped;
        time = _newestTime + (int)(packet.Timestamp - _rawTime);
        if (Math.Abs(time - _newestTime) > _maxDrift || (step > 0 && time < _newestTime))
        {
            return false;
        }
        if (step > 0)
        {
            (_newest, _newestTime, _rawTime) = (extended, time, packet.Timestamp);
        }
        return true;
    }

    // Two packets in a row at the new place: the sender has begun anew. It goes on right behind what was heard.
    private bool TryFollowJump(in RtpPacket packet, out long sequence, out long time)
    {
        (sequence, time) = (0, 0);
        if (packet.Sequence != _expectedAfterJump)
        {
            _expectedAfterJump = (ushort)(packet.Sequence + 1);
            return false;
        }
        _expectedAfterJump = -1;
        var ahead = (ushort)(packet.Sequence - (ushort)_newest);
        _newest += ahead;
        _skipped += ahead - 1;
        _newestTime += clockRateHz / 50;
        _rawTime = packet.Timestamp;
        (sequence, time) = (_newest - _skipped, _newestTime);
        return true;
    }
}
