namespace RealtimeTraining.Models.Training.Turns;

/// <summary>What a policy did to a set of silences.</summary>
/// <param name="LatencyMs">Its mean wait at turn ends.</param>
/// <param name="CutOffsPerPause">The share of pauses that outlasted its wait: it would have cut in.</param>
/// <param name="CutOffsPerTurn">The share of turns in which it would have cut in at least once.</param>
public readonly record struct TurnOutcome(double LatencyMs, double CutOffsPerPause, double CutOffsPerTurn)
{
    /// <param name="waitMs">The policy's wait at the point with this number.</param>
    public static TurnOutcome Of(IReadOnlyList<TurnPoint> points, Func<int, double> waitMs)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(waitMs);
        var (waited, ends, pauses, cut) = (0.0, 0, 0, 0);
        var (turns, cutTurns) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
        for (var i = 0; i < points.Count; i++)
        {
            var (point, wait) = (points[i], waitMs(i));
            turns.Add((point.Conversation, point.TurnNumber));
            if (point.IsEnd)
            {
                (waited, ends) = (waited + wait, ends + 1);
                continue;
            }
            pauses++;
            if (wait < point.PauseMs)
            {
                cut++;
                cutTurns.Add((point.Conversation, point.TurnNumber));
            }
        }
        return new TurnOutcome(waited / Math.Max(1, ends), cut / (double)Math.Max(1, pauses), cutTurns.Count / (double)Math.Max(1, turns.Count));
    }
}
