using System.Numerics;
using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// The products of a window of one sound with another sound, for every place of the window in it, while both move on
/// together: only what has come in since the last time is multiplied. Not thread-safe.
/// </summary>
internal sealed class SlidingProducts
{
    private readonly int _step;

    /// <summary>Those of each step of the window, the oldest of them at <see cref="_oldest"/>, and all of them together.</summary>
    private readonly float[][] _steps;
    private readonly float[] _sum;
    private int _oldest;
    private long? _end;

    /// <param name="window">In samples, whole steps.</param>
    /// <param name="step">By which the window moves on, in samples; where it moves otherwise, everything is multiplied anew.</param>
    public SlidingProducts(int window, int step, int places)
    {
        _step = step;
        _steps = [.. Enumerable.Range(0, window / step).Select(_ => new float[places])];
        _sum = new float[places];
    }

    /// <param name="end">Where the window ends, in samples of the sound it belongs to.</param>
    /// <param name="sound">As long as the window and all places, less one; it has moved on by as much as the window.</param>
    /// <returns>Valid until the next time.</returns>
    public ReadOnlySpan<float> Of(long end, ReadOnlySpan<float> window, ReadOnlySpan<float> sound)
    {
        var fresh = end - _end is >= 0 and var moved && moved % _step == 0 ? (int)Math.Min(moved / _step, _steps.Length) : _steps.Length;
        _end = end;
        _oldest = (_oldest + fresh) % _steps.Length;
        for (var step = _steps.Length - fresh; step < _steps.Length; step++)
        {
            var at = step * _step;
            LikenessSearch.Products(window.Slice(at, _step), sound.Slice(at, _sum.Length + _step - 1), _steps[(_oldest + step) % _steps.Length]);
        }
        Add();
        return _sum;
    }

    /// <summary>Everything is multiplied anew the next time.</summary>
    public void Forget() => _end = null;

    private void Add()
    {
        Array.Clear(_sum);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(_sum.AsSpan());
        foreach (var step in _steps)
        {
            var products = MemoryMarshal.Cast<float, Vector<float>>(step.AsSpan());
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += products[i];
            }
            for (var i = sums.Length * Vector<float>.Count; i < _sum.Length; i++)
            {
                _sum[i] += step[i];
            }
        }
    }
}
