using System.Numerics;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Prosody;

/// <summary>
/// The pitch of a short window of sound: YIN (A. de Cheveigné, H. Kawahara, "YIN, a fundamental frequency estimator for
/// speech and music", J. Acoust. Soc. Am. 111(4), 2002), but for the choice of the dip. Being a ratio, it does not change with the gain of the
/// microphone. Allocates nothing. Holds buffers, so each voice needs one of its own.
/// </summary>
public sealed class PitchEstimator
{
    public const float LowestHz = 60, HighestHz = 500;

    /// <summary>What one estimate takes: two frames.</summary>
    public const int WindowSamples = 2 * AudioFormat.FrameSamples;

    /// <summary>
    /// The dip of the normalised difference (0 periodic, 1 not) that counts as a period. The paper takes 0.1 for clean speech;
    /// rooms and telephones blur it.
    /// </summary>
    private const float Threshold = 0.35f;

    private const float Tolerance = 0.03f;

    private const int ShortestLag = (int)(AudioFormat.SampleRateHz / HighestHz);
    private const int LongestLag = (int)(AudioFormat.SampleRateHz / LowestHz) + 1;
    private const int Integrated = WindowSamples - LongestLag - 1;

    private readonly float[] _samples = new float[WindowSamples];
    private readonly float[] _difference = new float[LongestLag + 2];

    /// <summary>In Hz; null where the window has no pitch: a hiss, a breath, silence, two voices.</summary>
    /// <param name="window"><see cref="WindowSamples"/> samples.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public float? Estimate(ReadOnlySpan<short> window)
    {
        if (window.Length != WindowSamples)
        {
            throw new ArgumentException($"A window has {WindowSamples} samples, not {window.Length}.", nameof(window));
        }
        for (var i = 0; i < window.Length; i++)
        {
            _samples[i] = window[i];
        }
        NormaliseDifferences();
        var lag = BestDip();
        return lag < 0 ? null : AudioFormat.SampleRateHz / Between(lag);
    }

    /// <summary>Equations 6 and 8: squared differences at each lag, over their mean up to that lag.</summary>
    private void NormaliseDifferences()
    {
        _difference[0] = 1;
        var sum = 0f;
        for (var lag = 1; lag < _difference.Length; lag++)
        {
            var squares = SquaredDifference(_samples.AsSpan(0, Integrated), _samples.AsSpan(lag, Integrated));
            sum += squares;
            _difference[lag] = sum > 0 ? squares * lag / sum : 1;
        }
    }

    /// <summary>
    /// The lag of the deepest dip, or of an earlier one that is as deep but for <see cref="Tolerance"/>, as any multiple of a
    /// period is a period too; -1 where none is deep enough. The paper takes the first dip below its threshold, which on
    /// telephones and in halls is the second harmonic's too often.
    /// </summary>
    private int BestDip()
    {
        var deepest = ShortestLag;
        for (var lag = ShortestLag; lag <= LongestLag; lag++)
        {
            deepest = _difference[lag] < _difference[deepest] ? lag : deepest;
        }
        if (_difference[deepest] >= Threshold)
        {
            return -1;
        }
        for (var lag = ShortestLag; lag < deepest; lag++)
        {
            if (_difference[lag] <= _difference[deepest] + Tolerance && _difference[lag] <= _difference[lag - 1] && _difference[lag] <= _difference[lag + 1])
            {
                return lag;
            }
        }
        return deepest;
    }

    /// <summary>The bottom of the parabola through a lag and its neighbours.</summary>
    private float Between(int lag)
    {
        var (left, middle, right) = (_difference[lag - 1], _difference[lag], _difference[lag + 1]);
        var bend = left - 2 * middle + right;
        return bend <= 0 ? lag : lag + Math.Clamp(0.5f * (left - right) / bend, -0.5f, 0.5f);
    }

    private static float SquaredDifference(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var difference = new Vector<float>(a[i..]) - new Vector<float>(b[i..]);
            sums += difference * difference;
        }
        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
