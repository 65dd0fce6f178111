namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// How long to wait at a silence, from the probability that the turn is over: the wait for which the expected time lost
/// at ends and the expected harm of cutting in are least together. Falls with the probability, from the ceiling to the
/// floor. Immutable.
/// </summary>
/// <remarks>With p the probability, S(w) the share of pauses longer than w, and c the cost of a false cut-off in milliseconds
/// of waiting, the wait is the w that minimises p·w + c·(1 − p)·S(w).</remarks>
public sealed class WaitCurve
{
    private const int StepMs = 10;

    /// <summary>Log-odds from -8 to 8.</summary>
    private const int Steps = 320;
    private const double Reach = 8;

    private readonly int[] _waits = new int[Steps + 1];

    /// <param name="cutOffCostMs">What cutting in costs, in milliseconds of waiting: the one parameter to trade the two against each other.</param>
    public WaitCurve(double cutOffCostMs, int floorMs, int ceilingMs, PauseLengths pauses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cutOffCostMs);
        ArgumentOutOfRangeException.ThrowIfNegative(floorMs);
        ArgumentOutOfRangeException.ThrowIfLessThan(ceilingMs, floorMs);
        var waits = Enumerable.Range(0, (ceilingMs - floorMs) / StepMs + 1).Select(step => floorMs + step * StepMs).ToArray();
        var longer = waits.Select(wait => pauses.LongerThan(wait)).ToArray();
        for (var step = 0; step <= Steps; step++)
        {
            var over = 1 / (1 + Math.Exp(-(step * 2 * Reach / Steps - Reach)));
            var (best, least) = (floorMs, double.MaxValue);
            for (var i = 0; i < waits.Length; i++)
            {
                var cost = over * waits[i] + cutOffCostMs * (1 - over) * longer[i];
                (best, least) = cost < least ? (waits[i], cost) : (best, least);
            }
            _waits[step] = best;
        }
    }

    /// <summary>Milliseconds of silence.</summary>
    /// <param name="over">0 to 1.</param>
    public int WaitMs(double over)
    {
        var odds = Math.Clamp(Math.Log(Math.Clamp(over, 1e-9, 1 - 1e-9) / (1 - Math.Clamp(over, 1e-9, 1 - 1e-9))), -Reach, Reach);
        return _waits[(int)Math.Round((odds + Reach) * Steps / (2 * Reach))];
    }
}
