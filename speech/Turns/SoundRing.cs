namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// The last stretch of a sound by its places on the clock, each some samples' mean; what was never written is silence.
/// Not thread-safe.
/// </summary>
/// <param name="length">How many means are kept.</param>
/// <param name="decimation">How many samples make one.</param>
internal sealed class SoundRing(int length, int decimation)
{
    private readonly float[] _samples = new float[length];
    private float _before;
    private float _filtered;
    private long _soundEnd = long.MinValue;

    /// <summary>The place after the last one.</summary>
    public long End { get; private set; }

    public void Write(long atSample, ReadOnlySpan<short> samples)
    {
        var at = atSample / decimation;
        for (var i = 0; i + decimation <= samples.Length; i += decimation, at++)
        {
            // The mean is filter enough: both sides go through it.
            var sum = 0;
            for (var j = 0; j < decimation; j++)
            {
                sum += samples[i + j];
            }
            // Without a constant offset, which everything has in common.
            var sample = sum / (decimation * 32_768f);
            _filtered = sample - _before + 0.97f * _filtered;
            _before = sample;
            Put(at, _filtered);
            if (sum != 0)
            {
                _soundEnd = Math.Max(_soundEnd, at + 1);
            }
        }
    }

    /// <summary>Something else than digital silence was written behind this place.</summary>
    public bool HasSoundAfter(long at) => _soundEnd > at;

    public void Copy(long from, Span<float> to)
    {
        to.Clear();
        var at = Math.Max(from, Math.Max(0, End - length));
        var until = Math.Min(from + to.Length, End);
        while (at < until)
        {
            var slot = (int)(at % length);
            var count = (int)Math.Min(until - at, length - slot);
            _samples.AsSpan(slot, count).CopyTo(to[(int)(at - from)..]);
            at += count;
        }
    }

    private void Put(long at, float sample)
    {
        if (at < 0 || at < End - length)
        {
            return;
        }
        for (var skipped = Math.Max(End, at - length + 1); skipped < at; skipped++)
        {
            _samples[skipped % length] = 0;
        }
        _samples[at % length] = sample;
        End = Math.Max(End, at + 1);
    }
}
