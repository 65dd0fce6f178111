namespace RealtimeTraining.Speech.Speakers;

/// <summary>
/// Who most likely speaks at each step, when nobody speaks for less than a time and each change costs something (A. Viterbi
/// 1967). What lies between two pauses and is shorter than that time may be anybody's.
/// </summary>
internal static class TurnPath
{
    /// <param name="likely">For each step and voice the logarithm of how likely; voices beside each other.</param>
    /// <param name="regions">Where speech begins and ends, in steps, one after the other without gaps.</param>
    /// <param name="leastSteps">That somebody speaks without a pause.</param>
    /// <param name="changeCost">Of a change in the midst of speech.</param>
    /// <param name="pauseCost">Of a change after a pause.</param>
    /// <returns>The voice of each step.</returns>
    public static int[] Find(float[] likely, int voices, IReadOnlyList<(int From, int To)> regions, int leastSteps, float changeCost, float pauseCost)
    {
        var steps = likely.Length / voices;
        var sums = new double[(steps + 1) * voices];
        for (var i = 0; i < steps * voices; i++)
        {
            sums[voices + i] = sums[i] + likely[i];
        }
        // Best score up to a step where the voice may end; what came before it: the same voice, or another since "from".
        var best = new double[(steps + 1) * voices];
        var from = new int[(steps + 1) * voices];
        Array.Fill(best, double.NegativeInfinity);
        Array.Clear(best, 0, voices);
        foreach (var (begin, end) in regions)
        {
            for (var at = begin + 1; at <= end; at++)
            {
                for (var voice = 0; voice < voices; voice++)
                {
                    var (score, origin) = (best[(at - 1) * voices + voice] + likely[(at - 1) * voices + voice], -1);
                    // Since the beginning of the region where that is near, or for the least time.
                    Enter(at - leastSteps > begin ? at - leastSteps : -1, changeCost);
                    if (at - begin >= leastSteps || at == end)
                    {
                        Enter(begin, pauseCost);
                    }
                    (best[at * voices + voice], from[at * voices + voice]) = (score, origin);

                    void Enter(int since, float cost)
                    {
                        if (since < 0)
                        {
                            return;
                        }
                        var said = sums[at * voices + voice] - sums[since * voices + voice] - cost;
                        for (var other = 0; other < voices; other++)
                        {
                            if (other != voice && best[since * voices + other] + said > score)
                            {
                                (score, origin) = (best[since * voices + other] + said, since * voices + other);
                            }
                        }
                    }
                }
            }
        }
        return Back(best, from, voices, steps);
    }

    private static int[] Back(double[] best, int[] from, int voices, int steps)
    {
        var path = new int[steps];
        var voice = 0;
        for (var other = 1; other < voices; other++)
        {
            voice = best[steps * voices + other] > best[steps * voices + voice] ? other : voice;
        }
        for (var at = steps; at > 0;)
        {
            var origin = from[at * voices + voice];
            var since = origin < 0 ? at - 1 : origin / voices;
            path.AsSpan(since, at - since).Fill(voice);
            (at, voice) = (since, origin < 0 ? voice : origin % voices);
        }
        return path;
    }
}
