namespace RealtimeTraining.Server.Calls;

/// <summary>The sound of one utterance of the patient: what there is, what was sent, what was heard. Not thread-safe.</summary>
public sealed class PlayoutUtterance(int id)
{
    private readonly List<short> _samples = [];
    private long _reported;
    private long? _reportedAt;
    private long? _anchor;

    public int Id => id;

    public bool IsComplete { get; set; }

    /// <summary>Samples sent so far.</summary>
    public long Sent { get; private set; }

    public long Available => _samples.Count;

    /// <summary>Its first sound is on its way.</summary>
    public bool HasStarted => _anchor is not null;

    /// <summary>Where the utterance's first sample lies on the call's clock; 0 before it has started.</summary>
    public long StartedAtSample => _anchor ?? 0;

    /// <summary>Where its first sound that was heard lies on the call's clock; null before there was one.</summary>
    public long? FirstHeardAtSample { get; private set; }

    /// <summary>Where the next sample to send lies on the call's clock.</summary>
    public long Position => StartedAtSample + Sent;

    public void Add(ReadOnlyMemory<short> samples) => _samples.AddRange(samples.Span);

    /// <summary>The first sound to be sent is due now.</summary>
    public void EnsureAnchored(long nowSample)
    {
        if (Available > 0)
        {
            _anchor ??= nowSample;
            FirstHeardAtSample ??= _anchor;
        }
    }

    public ReadOnlyMemory<short> Take(int count)
    {
        var available = (int)Math.Min(count, _samples.Count - Sent);
        // Short packets only at the very end: a remainder waits for what follows it.
        if (available <= 0 || (available < count && !IsComplete))
        {
            return default;
        }
        var taken = _samples.GetRange((int)Sent, available).ToArray();
        Sent += available;
        return taken;
    }

    /// <summary>Sound came too late: everything after this point moves to when it will be heard.</summary>
    public void SlipTo(long nowSample) => _anchor += Math.Max(0, nowSample - Position);

    public void Reported(long played, long nowSample)
    {
        _reported = Math.Clamp(played, _reported, Sent);
        _reportedAt = nowSample;
    }

    /// <summary>Heard so far: as the loudspeaker reported and what has passed since; by the clock where it never did.</summary>
    public long Heard(long nowSample) =>
        Math.Clamp(_reportedAt is { } at ? _reported + nowSample - at : nowSample - StartedAtSample, 0, Sent);

    /// <summary>Goes back to what was last reported as heard; it is sent again from there, from now on.</summary>
    /// <returns>The place on the call's clock from which nothing was heard; null when nothing had sounded.</returns>
    public long? Rewind(long nowSample)
    {
        var unheardFrom = _anchor + _reported;
        _reportedAt = null;
        Sent = Math.Min(Sent, _reported);
        if (Sent == 0)
        {
            (_anchor, FirstHeardAtSample) = (null, null);
        }
        else
        {
            _anchor = nowSample - Sent;
        }
        return unheardFrom;
    }

    public bool IsPlayed(long nowSample) =>
        IsComplete && Sent == _samples.Count && nowSample >= StartedAtSample + Sent;
}
