namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>One piece of an utterance, from word <paramref name="Start"/> up to <paramref name="End"/>.</summary>
public readonly record struct Piece(int Start, int End, Judged Judged);

/// <summary>
/// Cuts an utterance into the pieces that are most surely one thing each: dynamic programming over the places where a
/// clause may begin. Punctuation, when there is any, forces a cut.
/// </summary>
public static class UtteranceCutter
{
    private const int LongestPiece = 18;
    private const float CutCost = 0.45f;

    /// <summary>Nobody ends a clause with "can i get" or "your".</summary>
    private const float DanglingCost = 1.5f;

    private static readonly HashSet<string> Dangling = new(StringComparer.Ordinal)
    {
        "i", "can", "could", "would", "may", "your", "my", "the", "a", "an", "how", "what", "what's", "and", "but", "so", "to", "get", "is", "are", "have", "do", "thank", "i'm", "let", "if",
        "when", "which", "because", "for", "of", "with", "our", "we", "i'll", "will", "noticed", "put", "that's", "it's", "be", "any", "very", "really", "this",
    };


    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "and", "but", "so", "because", "can", "could", "would", "may", "do", "does", "did", "are", "is", "have", "what", "what's", "whats", "when", "where",
        "who", "which", "how", "why", "i", "i'm", "im", "i'll", "i'd", "i've", "let", "let's", "we", "we'll", "we've", "you", "you're", "you'll", "my", "this", "that", "that's", "thats", "it's",
        "if", "please", "thank", "thanks", "sorry", "okay", "ok", "alright", "yes", "no", "hi", "hello", "good", "one", "just", "hold", "stop", "tell", "give",
        "there", "any", "also", "then", "well", "hang", "go", "calm", "bye", "goodbye", "never", "not", "in", "before", "take", "your", "to", "unfortunately", "yeah", "sure", "great", "bear",
    };

    public static IReadOnlyList<Piece> Cut(HeardWords words, Func<int, int, Judged> judge)
    {
        var places = Places(words);
        var best = new (float Value, int From, Judged Judged)[places.Count];
        for (var end = 1; end < places.Count; end++)
        {
            best[end] = (float.NegativeInfinity, end - 1, default);
            for (var start = end - 1; start >= 0; start--)
            {
                var length = places[end] - places[start];
                if (length > LongestPiece && start < end - 1)
                {
                    break;
                }
                var judged = judge(places[start], places[end]);
                var value = best[start].Value + length * judged.Clarity - CutCost - (Dangles(words, places[end]) ? DanglingCost : 0);
                if (value > best[end].Value)
                {
                    best[end] = (value, start, judged);
                }
                if (IsForced(words, places[start]))
                {
                    break;
                }
            }
        }
        var pieces = new List<Piece>();
        for (var end = places.Count - 1; end > 0; end = best[end].From)
        {
            pieces.Add(new Piece(places[best[end].From], places[end], best[end].Judged));
        }
        pieces.Reverse();
        return pieces;
    }

    private static List<int> Places(HeardWords words)
    {
        var places = new List<int> { 0 };
        for (var i = 1; i < words.Count; i++)
        {
            var opens = Openers.Contains(words.Words[i]) && !(words.Words[i] is "and" or "to" or "in" or "that" or "your" && words.Count < 4);
            if (words.BreakBefore(i) != HeardWords.Break.None || opens || i - places[^1] >= LongestPiece)
            {
                places.Add(i);
            }
        }
        places.Add(words.Count);
        return places;
    }

    private static bool Dangles(HeardWords words, int end) =>
        end < words.Count && words.BreakBefore(end) == HeardWords.Break.None && Dangling.Contains(words.Words[end - 1]);

    private static bool IsForced(HeardWords words, int at) => words.BreakBefore(at) is HeardWords.Break.Stop or HeardWords.Break.Question;
}
