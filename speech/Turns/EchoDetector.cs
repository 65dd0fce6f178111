using System.Numerics;
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
    public const float Explained = 0.58f;
    private const int Decimation = 4;
    private const int WindowMs = 240;
    private const int MaxDelayMs = 1_000;

    /// <summary>How far the frames' times may be early against what was played.</summary>
    private const int EarlyMs = 60;
    private const int NearMs = 15;
    private const float Silence = 1e-7f;
    private static readonly int Window = Samples(WindowMs);
    private readonly Lock _lock = new();
    private readonly Ring _played = new(Samples(4 * MaxDelayMs));
    private readonly Ring _heard = new(Window);
    private int? _delay;

    /// <summary>Sound on its way to the loudspeaker.</summary>
    /// <param name="atSample">Its place on the clock that both sides share, 16 kHz. A later call for the same place replaces it.</param>
    public void Played(long atSample, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _played.Write(atSample, samples);
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

    /// <summary>The last that was heard is, for the most part, what was played.</summary>
    public bool IsEcho()
    {
        lock (_lock)
        {
            var heard = _heard.Last(Window);
            var power = Dot(heard, heard);
            if (power < Silence * Window)
            {
                return false;
            }
            var latest = _heard.End - Window;
            if (_delay is { } delay && Best(heard, power, latest, delay - Samples(NearMs), delay + Samples(NearMs)) is { Share: >= Explained } near)
            {
                _delay = near.Delay;
                return true;
            }
            var (found, share) = Best(heard, power, latest, -Samples(EarlyMs), Samples(MaxDelayMs));
            _delay = share >= Explained ? found : _delay;
            return share >= Explained;
        }
    }

    private static int Samples(int milliseconds) => AudioFormat.Samples(milliseconds) / Decimation;

    private (int Delay, float Share) Best(ReadOnlySpan<float> heard, float power, long at, int from, int to)
    {
        // All that may be compared with, so that the power of each stretch is had by moving on.
        var played = _played.Range(at - to, Window + to - from);
        var (best, bestShare) = (0, 0f);
        var playedPower = Dot(played[..Window], played[..Window]);
        for (var i = 0; i + Window <= played.Length; i++)
        {
            if (playedPower > Silence * Window)
            {
                var likeness = Dot(heard, played.Slice(i, Window));
                var share = likeness * likeness / (power * playedPower);
                (best, bestShare) = share > bestShare ? (to - i, share) : (best, bestShare);
            }
            if (i + Window < played.Length)
            {
                playedPower = Math.Max(0, playedPower + played[i + Window] * played[i + Window] - played[i] * played[i]);
            }
        }
        return (best, bestShare);
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= one.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }
        var total = Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }
        return total;
    }

    /// <summary>The last stretch of a sound by its places on the clock, a quarter of its samples; what was never written is silence.</summary>
    private sealed class Ring(int length)
    {
        private readonly float[] _samples = new float[length];
        private float[] _range = [];
        private float _before;
        private float _filtered;

        /// <summary>The place after the last one.</summary>
        public long End { get; private set; }

        public void Write(long atSample, ReadOnlySpan<short> samples)
        {
            var at = atSample / Decimation;
            for (var i = 0; i + Decimation <= samples.Length; i += Decimation, at++)
            {
                // The mean of four is filter enough: both sides go through it.
                var sum = 0;
                for (var j = 0; j < Decimation; j++)
                {
                    sum += samples[i + j];
                }
                // Without a constant offset, which everything has in common.
                var sample = sum / (Decimation * 32_768f);
                _filtered = sample - _before + 0.97f * _filtered;
                _before = sample;
                Put(at, _filtered);
            }
        }

        public ReadOnlySpan<float> Last(int count) => Range(End - count, count);

        public ReadOnlySpan<float> Range(long from, int count)
        {
            if (_range.Length < count)
            {
                _range = new float[count];
            }
            for (var i = 0; i < count; i++)
            {
                var at = from + i;
                _range[i] = at >= 0 && at < End && at >= End - _samples.Length ? _samples[at % _samples.Length] : 0;
            }
            return _range.AsSpan(0, count);
        }

        private void Put(long at, float sample)
        {
            if (at < 0 || at < End - _samples.Length)
            {
                return;
            }
            for (var skipped = Math.Max(End, at - _samples.Length + 1); skipped < at; skipped++)
            {
                _samples[skipped % _samples.Length] = 0;
            }
            _samples[at % _samples.Length] = sample;
            End = Math.Max(End, at + 1);
        }
    }
}
