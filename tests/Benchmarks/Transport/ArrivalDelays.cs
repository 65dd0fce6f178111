using System.Numerics;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>A line as it went into the browser's microphone.</summary>
/// <param name="AtMs">Its first sample, in milliseconds since 1970.</param>
/// <param name="Samples">16 kHz mono.</param>
public sealed record SaidLine(double AtMs, string Text, short[] Samples)
{
    public double EndMs => AtMs + AudioFormat.Milliseconds(Samples.Length);
}

/// <summary>A frame that came.</summary>
/// <param name="Place">Of its first sample in the line.</param>
/// <param name="DelayMs">How long after it was captured.</param>
public readonly record struct Arrival(int Place, double DelayMs);

/// <summary>
/// How long after it was captured each frame came. A stretch of frames is found in the line that was said by its highest
/// normalised cross-correlation; from there each loud frame is looked for near the place where the one before ended. A
/// frame that is like nothing that was said (made up for a lost one) does not count.
/// </summary>
public sealed class ArrivalDelays(SaidLine line)
{
    private const int LongestMs = 5_000;
    private const int ClocksDifferMs = 30;

    /// <summary>A made voice repeats itself; a stretch so long it does not.</summary>
    private const int StretchFrames = 8;
    private const int NearMs = 150;
    private const int LostAfterFrames = 25;
    private const double Alike = 0.8;
    private const double LoudRms = 400;
    private readonly float[] _said = Floats(line.Samples);
    private readonly double[] _energies = Energies(line.Samples);

    public List<Arrival> Of(IEnumerable<LoggedFrame> frames)
    {
        var heard = frames.Where(frame => frame.AtMs > line.AtMs && frame.AtMs < line.EndMs + LongestMs).ToList();
        var arrivals = new List<Arrival>();
        var (due, strangers, placedUpTo) = (-1, 0, -1);
        for (var i = 0; i < heard.Count; i++)
        {
            if (due < 0)
            {
                due = Anchor(heard, i);
                arrivals.AddRange(Before(heard, i, placedUpTo, due));
            }
            if (due < 0)
            {
                continue;
            }
            var place = Loud(heard[i].Samples) ? Place(Floats(heard[i].Samples), due - AudioFormat.Samples(NearMs), due + AudioFormat.Samples(NearMs)) : null;
            strangers = place is null && Loud(heard[i].Samples) ? strangers + 1 : 0;
            due = strangers > LostAfterFrames ? -1 : (place ?? due) + AudioFormat.FrameSamples;
            if (place is { } found)
            {
                placedUpTo = i;
                arrivals.Add(ArrivalOf(heard[i], found));
            }
        }
        return arrivals;
    }

    /// <summary>Whether a piece of the line is anywhere in what came, found by the same likeness over its whole length.</summary>
    /// <param name="from">Of its first sample in the line.</param>
    public bool Came(int from, int length, IEnumerable<LoggedFrame> frames)
    {
        short[] came = [.. frames.Where(frame => frame.AtMs > line.AtMs && frame.AtMs < line.EndMs + LongestMs).SelectMany(frame => frame.Samples)];
        var wanted = _said.AsSpan(from, Math.Min(length, _said.Length - from));
        var (heard, energies) = (Floats(came), Energies(came));
        var energy = Dot(wanted, wanted);
        for (var at = 0; at + wanted.Length <= heard.Length; at++)
        {
            if (Dot(wanted, heard.AsSpan(at, wanted.Length)) > Alike * Math.Sqrt(energy * (energies[at + wanted.Length] - energies[at]) + 1))
            {
                return true;
            }
        }
        return false;
    }

    // Frames right before a stretch that was found, too few or with too many made up among them to be found by themselves.
    private List<Arrival> Before(List<LoggedFrame> heard, int from, int placedUpTo, int due)
    {
        var arrivals = new List<Arrival>();
        for (var i = from - 1; i > placedUpTo && due > 0; i--)
        {
            due -= AudioFormat.FrameSamples;
            if (Loud(heard[i].Samples) && Place(Floats(heard[i].Samples), due - AudioFormat.Samples(NearMs), due + AudioFormat.Samples(NearMs)) is { } place)
            {
                arrivals.Add(ArrivalOf(heard[i], place));
                due = place;
            }
        }
        return arrivals;
    }

    private Arrival ArrivalOf(LoggedFrame frame, int place) =>
        new(place, frame.AtMs - line.AtMs - AudioFormat.Milliseconds(place + AudioFormat.FrameSamples));

    /// <returns>The place of the frame from which a stretch is loud and found; -1: it is not.</returns>
    private int Anchor(List<LoggedFrame> heard, int from)
    {
        if (from + StretchFrames > heard.Count || !heard.Skip(from).Take(StretchFrames).All(frame => Loud(frame.Samples)))
        {
            return -1;
        }
        var stretch = Floats([.. heard.Skip(from).Take(StretchFrames).SelectMany(frame => frame.Samples)]);
        // Not after it came, nor longer ago than sound is kept.
        var atMs = heard[from].AtMs - line.AtMs;
        return Place(stretch, AudioFormat.Samples((int)(atMs - LongestMs)), AudioFormat.Samples((int)atMs + ClocksDifferMs) - AudioFormat.FrameSamples) ?? -1;
    }

    private int? Place(float[] heard, int from, int to)
    {
        var energy = Dot(heard, heard);
        var (best, place) = (Alike, -1);
        for (var at = Math.Max(0, from); at <= Math.Min(to, _said.Length - heard.Length); at++)
        {
            var alike = Dot(heard, _said.AsSpan(at, heard.Length)) / Math.Sqrt(energy * (_energies[at + heard.Length] - _energies[at]) + 1);
            if (alike > best)
            {
                (best, place) = (alike, at);
            }
        }
        return place < 0 ? null : place;
    }

    private static bool Loud(short[] samples) => samples.Sum(sample => (double)sample * sample) > LoudRms * LoudRms * samples.Length;

    private static float[] Floats(short[] samples) => Array.ConvertAll(samples, sample => (float)sample);

    /// <summary>Sums of squares up to each sample.</summary>
    private static double[] Energies(short[] samples)
    {
        var sums = new double[samples.Length + 1];
        for (var i = 0; i < samples.Length; i++)
        {
            sums[i + 1] = sums[i] + (double)samples[i] * samples[i];
        }
        return sums;
    }

    // A frame is a whole number of vectors on every processor that there is.
    private static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i + Vector<float>.Count <= left.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }
        return Vector.Sum(sum);
    }
}
