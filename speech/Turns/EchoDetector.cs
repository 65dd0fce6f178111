using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// Knows a voice that was played when it comes back through the microphone: one delayed copy of it explains most of what
/// is heard. Looks at the last quarter of a second, at 4 kHz, for every delay up to a second; the delay that was found is
/// looked at first the next time. Somebody who speaks louder than the echo is not taken for it. Thread-safe.
/// </summary>
public sealed class EchoDetector
{
    /// <summary>The share of the microphone's power that the copy has to explain.</summary>
    private const float Explained = 0.58f;

    /// <summary>
    /// What a copy explains less of is somebody else: of a tenth of a second of another voice over a soft echo it explains .06 mostly, and
    /// less than .36 nineteen times of twenty; of an echo in a reverberating, noisy room more than .39.
    /// </summary>
    private const float Unlike = 0.3f;

    private const int Decimation = 4;
    private const int WindowMs = 240;
    private const int MaxDelayMs = 1_000;

    /// <summary>How far the frames' times may be early against what was played.</summary>
    private const int EarlyMs = 60;
    private const int NearMs = 15;
    private const float Silence = 1e-7f;
    private static readonly int Window = Samples(WindowMs);
    private static readonly int Near = Samples(NearMs);
    private static readonly int Least = -Samples(EarlyMs);
    private static readonly int Most = Samples(MaxDelayMs);

    /// <summary>For what comes in; held only as long as copying takes, so that a search keeps nobody waiting.</summary>
    private readonly Lock _lock = new();
    private readonly SoundRing _played = new(Samples(4 * MaxDelayMs), Decimation);
    private readonly SoundRing _heard = new(Window, Decimation);

    /// <summary>For one search at a time, and what it needs.</summary>
    private readonly Lock _searching = new();
    private readonly float[] _window = new float[Window];
    private readonly float[] _reach = new float[Window + Most - Least];
    private readonly float[] _nearby = new float[2 * Near + 1];
    private SlidingProducts? _products;
    private int? _delay;

    /// <summary>How far what was played has been looked at, and whether some of it was put in another's place since. Behind <see cref="_lock"/>.</summary>
    private long _lookedAt = long.MinValue;
    private bool _replaced;

    /// <summary>Sound on its way to the loudspeaker.</summary>
    /// <param name="atSample">Its place on the clock that both sides share, 16 kHz. A later call for the same place replaces it.</param>
    public void Played(long atSample, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _played.Write(atSample, samples);
            _replaced |= atSample / Decimation < _lookedAt;
        }
    }

    /// <summary>What the microphone hears; all of it, whether or not it is asked about.</summary>
    /// <param name="atSample">As in <see cref="Played"/>.</param>
    public void Heard(long atSample, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _heard.Write(atSample, samples);
        }
    }

    /// <summary>What the last quarter of a second in the microphone was.</summary>
    public EchoJudgement Judge() => Share() switch
    {
        null => EchoJudgement.Unsure,
        >= Explained => EchoJudgement.Echo,
        >= Unlike => EchoJudgement.Unsure,
        _ => EchoJudgement.SomebodyElse,
    };

    /// <returns>How much of the microphone's power a copy explains, 0 to 1; null where nothing is known to have been played.</returns>
    private float? Share()
    {
        lock (_searching)
        {
            long end;
            lock (_lock)
            {
                end = _heard.End;
                var from = end - Window;
                if (!_played.HasSoundAfter(from - Most))
                {
                    return null;
                }
                _heard.Copy(from, _window);
                _played.Copy(from - Most, _reach);
                if (_replaced)
                {
                    _products?.Forget();
                }
                (_lookedAt, _replaced) = (end - Least, false);
            }
            if (LikenessSearch.Power(_window) < Silence * Window)
            {
                return 0;
            }
            if (_delay is { } delay && Nearby(delay) is { Share: >= Explained } near)
            {
                _delay = near.Delay;
                return near.Share;
            }
            var (found, share) = Anywhere(end);
            _delay = share >= Explained ? found : _delay;
            return share;
        }
    }

    private static int Samples(int milliseconds) => AudioFormat.Samples(milliseconds) / Decimation;

    private (int Delay, float Share) Nearby(int delay)
    {
        var (from, to) = (Math.Max(delay - Near, Least), Math.Min(delay + Near, Most));
        var sound = _reach.AsSpan(Most - to, Window + to - from);
        var products = _nearby.AsSpan(0, to - from + 1);
        LikenessSearch.Products(_window, sound, products);
        return Best(to, sound, products);
    }

    private (int Delay, float Share) Anywhere(long end)
    {
        _products ??= new SlidingProducts(Window, Samples(AudioFormat.FrameMs), Most - Least + 1);
        return Best(Most, _reach, _products.Of(end, _window, _reach));
    }

    // The longest delay comes first in what was played.
    private (int Delay, float Share) Best(int longest, ReadOnlySpan<float> sound, ReadOnlySpan<float> products)
    {
        var (at, share) = LikenessSearch.Best(_window, sound, products, Silence * Window);
        return (longest - at, share);
    }
}
