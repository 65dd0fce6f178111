namespace RealtimeTraining.Speech.Speakers;

/// <summary>The first guess at who speaks: speech cut where the voice seems to change, and like pieces joined. Pure.</summary>
internal static class VoicePieces
{
    // A second on each side: shorter says more of the words than of the voice.
    private const int Window = 1_000 / VoiceCepstra.StepMs;

    private const int Stride = 5;

    // Joining compares all with all; in a long recording short pieces wait until the voices are known.
    private const int Most = 1_200;

    /// <summary>Where in the midst of speech the distance between what came before and what comes after is highest.</summary>
    public static IReadOnlyList<(int From, int To)> Cut(float[] steps, int dims, IReadOnlyList<(int From, int To)> regions, CancellationToken cancellationToken)
    {
        var pieces = new List<(int, int)>();
        foreach (var (from, to) in regions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var unlike = new List<(int At, double Value)>();
            for (var at = from + Window / 2; at < to - Window / 2; at += Stride)
            {
                var before = VoiceSpan.Of(steps, dims, Math.Max(from, at - Window), at);
                unlike.Add((at, before.Unlike(VoiceSpan.Of(steps, dims, at, Math.Min(to, at + Window)), caution: 0)));
            }
            var begin = from;
            foreach (var (at, value) in unlike)
            {
                if (at - begin >= Window / 2 && unlike.TrueForAll(other => Math.Abs(other.At - at) > Window / 2 || other.Value <= value))
                {
                    pieces.Add((begin, at));
                    begin = at;
                }
            }
            pieces.Add((begin, to));
        }
        return pieces;
    }

    /// <summary>Joins the two that are most alike again and again.</summary>
    /// <param name="voices">How many are to be left, descending; fewer where there are fewer pieces.</param>
    /// <returns>For each of these the voice of each step, 0, 1, ...; of the shortest pieces, where there are too many, that of the piece before.</returns>
    public static IReadOnlyList<int[]> Join(float[] steps, int dims, IReadOnlyList<(int From, int To)> pieces, IReadOnlyList<int> voices, CancellationToken cancellationToken)
    {
        var longest = Enumerable.Range(0, pieces.Count).OrderByDescending(i => pieces[i].To - pieces[i].From).ThenBy(i => i).Take(Most).Order().ToList();
        var spans = longest.Select(i => VoiceSpan.Of(steps, dims, pieces[i].From, pieces[i].To)).ToArray();
        var voiceOf = Enumerable.Range(0, spans.Length).ToArray();
        var alive = Enumerable.Range(0, spans.Length).ToList();
        var unlike = new double[spans.Length, spans.Length];
        for (var one = 0; one < spans.Length; one++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var other = one + 1; other < spans.Length; other++)
            {
                unlike[one, other] = unlike[other, one] = spans[one].Unlike(spans[other], caution: 1);
            }
        }
        var found = new List<int[]>();
        foreach (var left in voices)
        {
            while (alive.Count > left)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (one, other) = MostAlike(alive, unlike);
                spans[one] = spans[one].With(spans[other]);
                alive.Remove(other);
                voiceOf = [.. voiceOf.Select(voice => voice == other ? one : voice)];
                foreach (var rest in alive.Where(rest => rest != one))
                {
                    unlike[one, rest] = unlike[rest, one] = spans[one].Unlike(spans[rest], caution: 1);
                }
            }
            found.Add(Spread(pieces, longest, [.. voiceOf.Select(voice => alive.IndexOf(voice))], steps.Length / dims));
        }
        return found;
    }

    private static int[] Spread(IReadOnlyList<(int From, int To)> pieces, List<int> chosen, int[] voiceOf, int count)
    {
        var voices = new int[count];
        for (var i = 0; i < chosen.Count; i++)
        {
            // Up to the next one that took part.
            var from = i == 0 ? 0 : pieces[chosen[i]].From;
            var to = i + 1 < chosen.Count ? pieces[chosen[i + 1]].From : count;
            voices.AsSpan(from, to - from).Fill(voiceOf[i]);
        }
        return voices;
    }

    private static (int One, int Other) MostAlike(List<int> alive, double[,] unlike)
    {
        var (one, other) = (alive[0], alive[1]);
        for (var a = 0; a < alive.Count; a++)
        {
            for (var b = a + 1; b < alive.Count; b++)
            {
                if (unlike[alive[a], alive[b]] < unlike[one, other])
                {
                    (one, other) = (alive[a], alive[b]);
                }
            }
        }
        return (one, other);
    }
}
