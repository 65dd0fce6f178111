using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>Which pieces of what was said came in one call, in pieces of 20 ms, line by line.</summary>
public sealed class ArrivedSound(IReadOnlyList<IReadOnlyList<Arrival>> lines)
{
    private readonly HashSet<int>[] _pieces = [.. lines.Select(PiecesOf)];

    /// <summary>
    /// The longest stretch that came in most of the other calls and not in this one, in milliseconds. What no path carries
    /// well enough to be found again (a hiss that the codec makes anew) is counted against none.
    /// </summary>
    public int LongestLostMs(IReadOnlyList<ArrivedSound> others)
    {
        var longest = 0;
        for (var line = 0; line < _pieces.Length; line++)
        {
            var run = 0;
            var end = others.SelectMany(other => other._pieces[line]).DefaultIfEmpty().Max();
            for (var piece = 0; piece <= end; piece++)
            {
                var isLost = !_pieces[line].Contains(piece) && others.Count(other => other._pieces[line].Contains(piece)) * 2 > others.Count;
                run = isLost ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }
        return longest * AudioFormat.FrameMs;
    }

    // A frame seldom lies just on a piece: it brings both that it touches.
    private static HashSet<int> PiecesOf(IReadOnlyList<Arrival> arrivals) =>
        [.. arrivals.SelectMany(frame => new[] { frame.Place / AudioFormat.FrameSamples, (frame.Place + AudioFormat.FrameSamples - 1) / AudioFormat.FrameSamples })];
}
