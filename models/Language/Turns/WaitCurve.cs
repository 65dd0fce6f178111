namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// How long to wait at a silence, from what it probably is: the wait for which the expected time lost at ends and the
/// expected harm of cutting in are least together. Falls as an end becomes more probable, from the ceiling to the floor.
/// Immutable.
/// </summary>
/// <remarks>With p the probability of an end, b and h those of a gap between sentences and of a hesitation, B(w) and H(w) the
/// shares of such pauses that are longer than w, and c the cost of cutting in, in milliseconds of waiting, the wait is the w that
/// minimises p·w + c·(b·B(w) + h·H(w)).</remarks>
public sealed class WaitCurve
{
    private const int StepMs = 10;

    /// <summary>Of the gaps between sentences so many are breaths; in the others the speaker thinks.</summary>
    private const double BreathShare = 0.85;

    private readonly int _floorMs;
    private readonly double _cost;
    private readonly double[] _longerBetween;
    private readonly double[] _longerInside;

    /// <param name="cutOffCostMs">What cutting in costs, in milliseconds of waiting: the one parameter to trade the two against each other.</param>
    public WaitCurve(double cutOffCostMs, int floorMs, int ceilingMs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cutOffCostMs);
        ArgumentOutOfRangeException.ThrowIfNegative(floorMs);
        ArgumentOutOfRangeException.ThrowIfLessThan(ceilingMs, floorMs);
        (_floorMs, _cost) = (floorMs, cutOffCostMs);
        var waits = Enumerable.Range(0, (ceilingMs - floorMs) / StepMs + 1).Select(step => floorMs + step * StepMs).ToArray();
        _longerBetween = [.. waits.Select(wait => BreathShare * PauseLengths.Breath.LongerThan(wait) + (1 - BreathShare) * PauseLengths.Measured.LongerThan(wait))];
        _longerInside = [.. waits.Select(wait => PauseLengths.InSentence.LongerThan(wait))];
    }

    /// <summary>Milliseconds of silence.</summary>
    public int WaitMs(in SilenceKinds silence)
    {
        var (best, least) = (0, double.MaxValue);
        for (var i = 0; i < _longerBetween.Length; i++)
        {
            var cost = silence.Over * (_floorMs + i * StepMs) + _cost * (silence.BetweenSentences * _longerBetween[i] + silence.InSentence * _longerInside[i]);
            (best, least) = cost < least ? (i, cost) : (best, least);
        }
        return _floorMs + best * StepMs;
    }
}
