namespace RealtimeTraining.Speech.Prosody;

/// <summary>The pitches of an utterance, one a frame, cleaned of what single frames get wrong.</summary>
public static class PitchTrack
{
    /// <summary>Neighbours of one voice lie closer than this, in octaves.</summary>
    private const double MostJump = 0.35;

    /// <summary>From the median, in octaves. A whole one off is the harmonic or the sub-harmonic that YIN takes for the pitch at times.</summary>
    private const double MostFromMedian = 0.8;

    /// <summary>What is left: frames beside which another frame says nearly the same, not far from their median.</summary>
    /// <param name="pitches">In Hz by frame; null without pitch.</param>
    /// <returns>In Hz, in ascending order.</returns>
    public static IReadOnlyList<double> Clean(IReadOnlyList<float?> pitches) => [.. CleanFrames(pitches).Select(one => one.Hz).Order()];

    /// <summary>The same with their frames, one after the other.</summary>
    internal static IReadOnlyList<(int Frame, double Hz)> CleanFrames(IReadOnlyList<float?> pitches)
    {
        ArgumentNullException.ThrowIfNull(pitches);
        var steady = Enumerable.Range(0, pitches.Count).Where(i => IsSteady(pitches, i)).Select(i => (Frame: i, Hz: (double)pitches[i]!.Value)).ToList();
        if (steady.Count == 0)
        {
            return steady;
        }
        var median = steady.Select(one => one.Hz).Order().ElementAt(steady.Count / 2);
        return steady.FindAll(one => Math.Abs(Math.Log2(one.Hz / median)) <= MostFromMedian);
    }

    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="part">0 to 1.</param>
    public static double Quantile(IReadOnlyList<double> sorted, double part)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var at = part * (sorted.Count - 1);
        var (low, high) = ((int)Math.Floor(at), (int)Math.Ceiling(at));
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    /// <summary>The frame has a pitch, and one beside it nearly the same: it is of a voice, not of a click.</summary>
    internal static bool IsSteady(IReadOnlyList<float?> pitches, int frame) => pitches[frame] is { } hz
        && (Near(hz, frame > 0 ? pitches[frame - 1] : null) || Near(hz, frame + 1 < pitches.Count ? pitches[frame + 1] : null));

    private static bool Near(float hz, float? other) => other is { } neighbour && Math.Abs(Math.Log2(hz / neighbour)) < MostJump;
}
