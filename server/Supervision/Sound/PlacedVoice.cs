using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Supervision;

/// <summary>A voice that comes ahead of its time and may be taken back before it is heard. Not thread-safe.</summary>
/// <param name="from">The place on the call's clock that is read first.</param>
internal sealed class PlacedVoice(long from)
{
    private static readonly int Size = AudioFormat.Samples(2_000);
    private readonly short[] _ring = new short[Size];
    private long _read = from;

    /// <param name="at">Place on the call's clock; what lies before the last block or two seconds ahead of it is left out.</param>
    public void Add(long at, ReadOnlySpan<short> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            if (at + i >= _read && at + i < _read + Size)
            {
                _ring[(at + i) % Size] = samples[i];
            }
        }
    }

    public void Erase(long after)
    {
        for (var at = Math.Max(after, _read); at < _read + Size; at++)
        {
            _ring[at % Size] = 0;
        }
    }

    /// <summary>Adds what lies at a place to the block. Places only go forward.</summary>
    public void MixInto(long at, Span<int> block)
    {
        Forget(at);
        for (var i = 0; i < block.Length; i++)
        {
            block[i] += _ring[(at + i) % Size];
        }
        Forget(at + block.Length);
    }

    private void Forget(long until)
    {
        for (var at = Math.Max(_read, until - Size); at < until; at++)
        {
            _ring[at % Size] = 0;
        }
        _read = until;
    }
}
