namespace RealtimeTraining.Speech.Speakers;

/// <summary>
/// Which voice speaks at each step of speech. From more voices than there are, each learns a mixture of its steps, and all
/// speech is dealt out anew (<see cref="TurnPath"/>); then the two become one that lose least likelihood by it with as many
/// parameters as both had, which needs no threshold (J. Ajmera and C. Wooters, "A robust speaker clustering algorithm",
/// 2003). And again, until so many are left as there are, or each merge loses.
/// </summary>
internal sealed class VoiceClusters(SpeakerFinderOptions options, float[] steps, int dims, IReadOnlyList<(int From, int To)> regions)
{
    // Eighty seconds of a voice; more teaches nothing new.
    private const int MostToLearnFrom = 8_000;

    // Three seconds of speech: in less there is no telling.
    private const int LeastSteps = 3_000 / VoiceCepstra.StepMs;

    private const float Never = -1e6f;

    /// <summary>Voices of the first guesses: merging goes wrong now and then, and seldom from each. The one whose voices differ most is taken.</summary>
    private static readonly int[] Starts = [12, 8];

    private readonly int count = steps.Length / dims;

    /// <param name="speakers">Null: as many as are found.</param>
    /// <returns>0, 1, ... for each step.</returns>
    public int[] Find(int? speakers, CancellationToken cancellationToken)
    {
        if (count < LeastSteps)
        {
            return new int[count];
        }
        var pieces = VoicePieces.Cut(steps, dims, regions, cancellationToken);
        var best = (Apart: double.NegativeInfinity, Voices: new int[count]);
        foreach (var guess in VoicePieces.Join(steps, dims, pieces, speakers is null ? Starts[..1] : Starts, cancellationToken))
        {
            var (voices, parts) = Merge(guess, speakers, cancellationToken);
            var apart = Apart(voices, parts);
            best = apart > best.Apart ? (apart, voices) : best;
        }
        return best.Voices;
    }

    /// <summary>
    /// How much the most alike voices differ, a step of a talk in which both speak as much; of two, less the more one of
    /// them speaks: a laugh differs most from all else, and is nobody.
    /// </summary>
    private double Apart(int[] voices, List<int> parts)
    {
        if (parts.Count == 1)
        {
            return 0;
        }
        var share = voices.Count(voice => voice == 0) / (double)count;
        return -Nearest(voices, parts).Gain * (parts.Count == 2 ? 4 * share * (1 - share) : 1);
    }

    private (int[] Voices, List<int> Parts) Merge(int[] voices, int? speakers, CancellationToken cancellationToken)
    {
        var parts = Enumerable.Repeat(options.FirstParts, voices.Max() + 1).ToList();
        while (true)
        {
            for (var round = 0; round < options.Rounds; round++)
            {
                voices = Deal(voices, parts, cancellationToken);
            }
            if (parts.Count == 1 || parts.Count <= speakers)
            {
                return (voices, parts);
            }
            var (one, other, gain) = Nearest(voices, parts);
            if (speakers is null && gain <= 0)
            {
                return (voices, parts);
            }
            parts[one] += parts[other];
            parts.RemoveAt(other);
            voices = [.. voices.Select(voice => voice == other ? one : voice > other ? voice - 1 : voice)];
        }
    }

    /// <summary>Each voice learns from its steps, and all speech is dealt out anew.</summary>
    private int[] Deal(int[] voices, List<int> parts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var likely = new float[count * parts.Count];
        var scores = new float[parts.Max()];
        for (var voice = 0; voice < parts.Count; voice++)
        {
            var mixture = Learn(StepsOf(voices, voice), parts[voice]);
            for (var at = 0; at < count; at++)
            {
                // A voice that is left without speech comes back no more.
                likely[at * parts.Count + voice] = mixture?.Score(steps.AsSpan(at * dims, dims), scores) ?? Never;
            }
        }
        return TurnPath.Find(likely, parts.Count, regions, options.LeastTurnMs / VoiceCepstra.StepMs, options.ChangeCost, options.PauseCost);
    }

    /// <summary>The two voices that lose least likelihood when they become one, and how much it gains a step.</summary>
    private (int One, int Other, double Gain) Nearest(int[] voices, List<int> parts)
    {
        var mine = Enumerable.Range(0, parts.Count).Select(voice => StepsOf(voices, voice)).ToList();
        var alone = mine.Select((chosen, voice) => Likelihood(chosen, parts[voice])).ToList();
        var best = (One: 0, Other: 1, Gain: double.NegativeInfinity);
        for (var one = 0; one < parts.Count; one++)
        {
            for (var other = one + 1; other < parts.Count; other++)
            {
                var gain = (Likelihood([.. mine[one], .. mine[other]], parts[one] + parts[other]) - alone[one] - alone[other]) / Math.Max(1, mine[one].Count + mine[other].Count);
                best = gain > best.Gain ? (one, other, gain) : best;
            }
        }
        return best;
    }

    private VoiceMixture? Learn(List<int> chosen, int parts) => chosen.Count == 0 ? null : VoiceMixture.Learn(steps, dims, chosen, parts);

    private double Likelihood(List<int> chosen, int parts)
    {
        var mixture = Learn(chosen, parts);
        var scores = new float[parts];
        return mixture is null ? 0 : chosen.Sum(at => (double)mixture.Score(steps.AsSpan(at * dims, dims), scores));
    }

    private List<int> StepsOf(int[] voices, int voice)
    {
        var mine = Enumerable.Range(0, count).Where(at => voices[at] == voice).ToList();
        var every = mine.Count / MostToLearnFrom + 1;
        return every == 1 ? mine : [.. mine.Where((_, i) => i % every == 0)];
    }
}
