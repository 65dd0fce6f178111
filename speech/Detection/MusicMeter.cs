using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// How much of a sound is music: tones that stay where they are for a second, which the tones of a voice, gliding all the
/// time, do not (continuous frequency activation: K. Seyerlehner, T. Pohle, M. Schedl, G. Widmer, "Automatic music detection
/// in television productions", DAFx 2007). A voice over loud music counts as music. Of a long sound samples are taken. Not
/// thread-safe.
/// </summary>
public sealed class MusicMeter
{
    /// <summary>So many frames are looked at together: a second.</summary>
    private const int BlockFrames = 1_000 / AudioFormat.FrameMs;

    /// <summary>125 Hz to 4 kHz: below hums the mains, above telephones carry nothing.</summary>
    private const int FirstBin = 125 * SoundSpectrum.Length / AudioFormat.SampleRateHz, LastBin = 4_000 * SoundSpectrum.Length / AudioFormat.SampleRateHz;

    private const int Bins = LastBin - FirstBin;

    /// <summary>A tone stands out by so much from the mean of so many bins on each side.</summary>
    private const float StandsOutDb = 4;

    private const int Around = 10;

    /// <summary>Tones of a second that are counted, the steadiest of them.</summary>
    private const int Tones = 5;

    /// <summary>Together as steady as this, 0 to <see cref="Tones"/>, they are music. Speech reaches it in a second of a hundred.</summary>
    private const double Steady = 3;

    /// <summary>So many seconds are looked at all: five minutes. After them, one stands for <see cref="Sampled"/>.</summary>
    private const int LookedAtAll = 300;

    private const int Sampled = 4;

    private const float SilenceDbfs = -60;
    private const float Hush = 1e-12f;

    private readonly SoundSpectrum _spectrum = new();
    private readonly float[] _window = new float[SoundSpectrum.Length];
    private readonly float[] _powers = new float[SoundSpectrum.Bins];

    /// <summary>The sum of the levels of all bins before each.</summary>
    private readonly float[] _before = new float[Bins + 1];
    private readonly int[] _active = new int[Bins];
    private int _frames;
    private int _musical;

    /// <summary>Seconds that were not silent.</summary>
    public int HeardSeconds { get; private set; }

    /// <summary>Of them, the share that is music, 0 to 1; 0 before there is one.</summary>
    public double Share => HeardSeconds == 0 ? 0 : (double)_musical / HeardSeconds;

    /// <param name="frame">One frame of <see cref="AudioFormat.FrameSamples"/> samples, one after the other.</param>
    /// <exception cref="ArgumentException">The frame has another length.</exception>
    public void Add(ReadOnlySpan<short> frame)
    {
        if (frame.Length != AudioFormat.FrameSamples)
        {
            throw new ArgumentException($"A frame has {AudioFormat.FrameSamples} samples, not {frame.Length}.", nameof(frame));
        }
        SoundSpectrum.Slide(_window, frame);
        if (Loudness.RmsDbfs(frame) < SilenceDbfs)
        {
            return;
        }
        if (_frames < BlockFrames)
        {
            FindTones();
        }
        var standsFor = HeardSeconds < LookedAtAll ? 1 : Sampled;
        if (++_frames == standsFor * BlockFrames)
        {
            HeardSeconds += standsFor;
            _musical += Steadiness() >= Steady ? standsFor : 0;
            _frames = 0;
            Array.Clear(_active);
        }
    }

    private void FindTones()
    {
        _spectrum.Read(_window, _powers);
        for (var k = 0; k < Bins; k++)
        {
            _before[k + 1] = _before[k] + 10 * MathF.Log10(_powers[FirstBin + k] + Hush);
        }
        for (var k = 0; k < Bins; k++)
        {
            var (from, to) = (Math.Max(0, k - Around), Math.Min(Bins, k + Around + 1));
            var mean = (_before[to] - _before[from]) / (to - from);
            _active[k] += _before[k + 1] - _before[k] > mean + StandsOutDb ? 1 : 0;
        }
    }

    /// <summary>How far the steadiest tones stand above the valleys beside them, together.</summary>
    private double Steadiness()
    {
        var heights = new List<int>();
        for (var k = 1; k < Bins - 1; k++)
        {
            if (_active[k] >= _active[k - 1] && _active[k] > _active[k + 1])
            {
                heights.Add(_active[k] - Math.Max(Valley(k, -1), Valley(k, 1)));
            }
        }
        return (double)heights.OrderDescending().Take(Tones).Sum() / BlockFrames;
    }

    private int Valley(int peak, int step)
    {
        var lowest = _active[peak];
        for (var k = peak + step; k >= 0 && k < Bins && _active[k] <= lowest; k += step)
        {
            lowest = _active[k];
        }
        return lowest;
    }
}
