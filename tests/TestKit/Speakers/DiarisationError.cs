namespace RealtimeTraining.TestKit.Speakers;

/// <summary>
/// The diarisation error of NIST's evaluations (RT-09 plan, section 6.1; md-eval): speech that was missed, sound that was
/// taken for speech, and speech given to the wrong speaker, over all speech, where the speakers that were found are given
/// to the true ones so that it is least. Where several speak at once, each counts. Nothing counts within a collar around
/// each true beginning and end.
/// </summary>
/// <param name="FalseMs">Counted twice where two were found and nobody spoke.</param>
/// <param name="SpeechMs">All that was spoken; twice where two spoke at once.</param>
public sealed record DiarisationError(double FalseMs, double MissedMs, double WrongMs, double SpeechMs)
{
    /// <summary>The collar of NIST's evaluations.</summary>
    public const int CollarMs = 250;

    private const int StepMs = 10;

    public double Rate => (FalseMs + MissedMs + WrongMs) / SpeechMs;

    public static DiarisationError operator +(DiarisationError one, DiarisationError other) =>
        new(one.FalseMs + other.FalseMs, one.MissedMs + other.MissedMs, one.WrongMs + other.WrongMs, one.SpeechMs + other.SpeechMs);

    /// <param name="found">Their speakers are numbers, at most 12 different ones.</param>
    /// <param name="lengthMs">What comes later counts neither here nor there.</param>
    public static DiarisationError Of(IReadOnlyList<SpokenTurn> truth, IReadOnlyList<(int Speaker, int StartMs, int EndMs)> found, int lengthMs, int collarMs = CollarMs)
    {
        var names = truth.Select(turn => turn.Who).Distinct().ToList();
        var voices = found.Select(turn => turn.Speaker).Distinct().ToList();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(voices.Count, 12);
        var count = lengthMs / StepMs;
        var (spoke, heard, left) = (new bool[names.Count, count], new bool[voices.Count, count], new bool[count]);
        foreach (var turn in truth)
        {
            Each(turn.StartMs, turn.EndMs, at => spoke[names.IndexOf(turn.Who), at] = true);
            Each(turn.StartMs - collarMs, turn.StartMs + collarMs, at => left[at] = true);
            Each(turn.EndMs - collarMs, turn.EndMs + collarMs, at => left[at] = true);
        }
        foreach (var (speaker, startMs, endMs) in found)
        {
            Each(startMs, endMs, at => heard[voices.IndexOf(speaker), at] = true);
        }
        return Count(spoke, heard, left);

        void Each(int fromMs, int toMs, Action<int> mark)
        {
            for (var at = Math.Max(0, fromMs / StepMs); at < Math.Min(count, toMs / StepMs); at++)
            {
                mark(at);
            }
        }
    }

    private static DiarisationError Count(bool[,] spoke, bool[,] heard, bool[] left)
    {
        var together = new int[spoke.GetLength(0), heard.GetLength(0)];
        var (wrong, missed, both, all) = (0, 0, 0, 0);
        for (var at = 0; at < left.Length; at++)
        {
            if (left[at])
            {
                continue;
            }
            var (speaking, found) = (0, 0);
            for (var voice = 0; voice < together.GetLength(1); voice++)
            {
                found += heard[voice, at] ? 1 : 0;
            }
            for (var name = 0; name < together.GetLength(0); name++)
            {
                speaking += spoke[name, at] ? 1 : 0;
                for (var voice = 0; voice < together.GetLength(1); voice++)
                {
                    together[name, voice] += spoke[name, at] && heard[voice, at] ? 1 : 0;
                }
            }
            wrong += Math.Max(0, found - speaking);
            missed += Math.Max(0, speaking - found);
            both += Math.Min(speaking, found);
            all += speaking;
        }
        return new DiarisationError(wrong * StepMs, missed * StepMs, (both - Best(together, 0, 0)) * StepMs, all * StepMs);
    }

    /// <summary>The most steps that a one-to-one naming gets right.</summary>
    private static int Best(int[,] together, int name, int taken)
    {
        if (name == together.GetLength(0))
        {
            return 0;
        }
        var best = Best(together, name + 1, taken);
        for (var voice = 0; voice < together.GetLength(1); voice++)
        {
            if ((taken & (1 << voice)) == 0)
            {
                best = Math.Max(best, together[name, voice] + Best(together, name + 1, taken | (1 << voice)));
            }
        }
        return best;
    }
}
