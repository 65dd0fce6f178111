using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>What came of one line in one call, in pieces of 20 ms.</summary>
public sealed class ArrivedLine
{
    /// <summary>Shorter stretches are not looked for anew: a piece of a hiss is like nothing that was said.</summary>
    private const int ShortestPieces = 3;
    private readonly ArrivalDelays _delays;
    private readonly IReadOnlyList<LoggedFrame> _frames;
    private readonly HashSet<int> _pieces;

    public ArrivedLine(SaidLine line, IReadOnlyList<LoggedFrame> frames)
    {
        (_delays, _frames) = (new ArrivalDelays(line), frames);
        Arrivals = _delays.Of(frames);
        // A frame seldom lies just on a piece: it brings both that it touches.
        _pieces = [.. Arrivals.SelectMany(frame => new[] { frame.Place / AudioFormat.FrameSamples, (frame.Place + AudioFormat.FrameSamples - 1) / AudioFormat.FrameSamples })];
    }

    public IReadOnlyList<Arrival> Arrivals { get; }

    /// <summary>
    /// The longest stretch that came in most of the other calls and not in this one, in milliseconds. What no path carries
    /// well enough to be found again (a hiss that the codec makes anew) is counted against none, and neither is what is
    /// there as a whole, though its frames were not found one by one.
    /// </summary>
    public int LongestLostMs(IReadOnlyList<ArrivedLine> others)
    {
        var (longest, from) = (0, -1);
        var end = others.SelectMany(other => other._pieces).DefaultIfEmpty().Max() + 1;
        for (var piece = 0; piece <= end; piece++)
        {
            if (!_pieces.Contains(piece) && others.Count(other => other._pieces.Contains(piece)) * 2 > others.Count)
            {
                from = from < 0 ? piece : from;
            }
            else if (from >= 0)
            {
                longest = Math.Max(longest, IsThere(from, piece - from) ? 0 : piece - from);
                from = -1;
            }
        }
        return longest * AudioFormat.FrameMs;
    }

    private bool IsThere(int from, int pieces) =>
        pieces >= ShortestPieces && _delays.Came(from * AudioFormat.FrameSamples, pieces * AudioFormat.FrameSamples, _frames);
}
