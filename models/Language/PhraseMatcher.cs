using System.Text.RegularExpressions;

namespace RealtimeTraining.Models.Language;

/// <summary>
/// Says how alike a line is to a key phrase or one of its variants: the words in order, each by its weight, misheard words
/// by their letters, the best stretch of a long line. A "not" too many or too few makes another sentence of it.
/// Immutable; make one a phrase and keep it.
/// </summary>
public sealed partial class PhraseMatcher
{
    /// <summary>At and above this a phrase counts as said. Calibrated by the tables in PhraseMatcherTests.</summary>
    public const double Threshold = 0.58;

    /// <summary>A word of the phrase that is not there costs this much of its weight, beside not earning it.</summary>
    private const double MissingCost = 0.3;

    /// <summary>A content word left out where its neighbours stand together makes another sentence of it.</summary>
    private const double LeftOutCost = 0.6;

    /// <summary>Said elsewhere in the line: only the order differs.</summary>
    private const double ElsewhereCost = 0.1;

    /// <summary>Of a phrase of few weighty words each word counts for more.</summary>
    private const double FullWeight = 4;
    private const double MostShortness = 2.5;

    /// <summary>What cannot reach this is not aligned at all.</summary>
    private const double WorthAligning = 0.4;

    /// <summary>A word in between that is not of the phrase costs this much of its weight, and a little more.</summary>
    private const double ExtraCost = 0.12;
    private const double ExtraCostFloor = 0.02;

    /// <summary>A negation too many or too few costs this share of the whole phrase.</summary>
    private const double NegationCost = 0.6;

    /// <summary>Another number or another owner is another sentence: "by four", "our policy".</summary>
    private const double MissingNumberCost = 0.8;
    private const double ExtraNumberCost = 0.35;
    private const double MissingOwnerCost = 0.6;

    /// <summary>"Never" for "not", "no" for "nothing".</summary>
    private const double OtherNegation = 0.6;

    /// <summary>"Not able to | help": so many light words may stand between the negation and what it negates.</summary>
    private const int NegationReach = 3;

    private const int MostPhraseWords = 60;

    private readonly PhraseToken[][] _variants;
    private readonly double[] _weights;

    public PhraseMatcher(string phrase, IReadOnlyList<string>? variants = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phrase);
        _variants = [.. new[] { phrase }.Concat(variants ?? []).Select(TokensOf)];
        _weights = [.. _variants.Select(tokens => tokens.Sum(t => t.Weight))];
    }

    public static double Likeness(string line, string phrase) => new PhraseMatcher(phrase).Match(SpokenLine.Of(line)).Likeness;

    public PhraseMatch Match(SpokenLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var best = new PhraseMatch(0, "", 0);
        for (var v = 0; v < _variants.Length; v++)
        {
            if (_variants[v].Length == 0 || line.Tokens.Count == 0)
            {
                continue;
            }
            if (MostPossible(_variants[v], line) < WorthAligning * _weights[v])
            {
                continue;
            }
            var (score, first, last) = Align(_variants[v], _weights[v], line);
            var likeness = Math.Clamp(score / _weights[v], 0, 1);
            if (likeness > best.Likeness)
            {
                best = new PhraseMatch(likeness, line.Quote(line.Tokens[first].Source, line.Tokens[last].Source), v);
            }
        }
        return best;
    }

    /// <summary>What the phrase would earn with each of its words at its best place, in whatever order.</summary>
    private static double MostPossible(PhraseToken[] phrase, SpokenLine line)
    {
        var most = 0.0;
        foreach (var wanted in phrase)
        {
            most += wanted.Weight * line.Nearest(wanted);
        }
        return most;
    }

    /// <summary>Column by column over the line; a cell holds the best alignment of the phrase's first words that ends here.</summary>
    private static (double Score, int First, int Last) Align(PhraseToken[] phrase, double whole, SpokenLine spoken)
    {
        var line = spoken.Tokens;
        var height = phrase.Length + 1;
        Span<double> cells = stackalloc double[3 * height];
        Span<int> starts = stackalloc int[3 * height];
        Span<double> missing = stackalloc double[height];
        var negation = NegationCost * whole;
        var shortness = Math.Clamp(FullWeight / whole, 1, MostShortness);
        for (var i = 1; i < height; i++)
        {
            missing[i] = Missing(phrase[i - 1], negation, shortness, spoken);
            cells[i] = cells[i - 1] - missing[i];
        }
        var best = (Score: 0.0, First: 0, Last: 0);
        for (var j = 1; j <= line.Count; j++)
        {
            var heard = line[j - 1];
            var (now, before, beforeThat) = (j % 3 * height, (j + 2) % 3 * height, (j + 1) % 3 * height);
            cells[now] = 0;
            starts[now] = j;
            var extra = heard.Negates ? negation : heard.IsNumber ? ExtraNumberCost : heard.Weight * ExtraCost + ExtraCostFloor;
            for (var i = 1; i < height; i++)
            {
                var wanted = phrase[i - 1];
                var cell = cells[before + i - 1] + Paired(wanted, heard, negation, shortness);
                var start = starts[before + i - 1];
                Better(cells[before + i] - extra, starts[before + i], ref cell, ref start);
                Better(cells[now + i - 1] - missing[i], starts[now + i - 1], ref cell, ref start);
                if (j > 1 && wanted.Text.Length >= 6 && WordLikeness.IsSplit(wanted, line[j - 2], heard))
                {
                    Better(cells[beforeThat + i - 1] + wanted.Weight * 0.9, starts[beforeThat + i - 1], ref cell, ref start);
                }
                cells[now + i] = cell;
                starts[now + i] = start;
            }
            var first = Math.Min(starts[now + height - 1], j - 1);
            var score = cells[now + height - 1] - (phrase[0].Negates || !NegatedBefore(line, first) ? 0 : negation);
            if (score > best.Score)
            {
                best = (score, first, j - 1);
            }
        }
        return best;
    }

    /// <summary>What a word of the phrase earns, or costs, where another stands.</summary>
    private static double Paired(PhraseToken wanted, PhraseToken heard, double negation, double shortness)
    {
        if (wanted.Negates || heard.Negates)
        {
            return wanted.Negates && heard.Negates ? wanted.Weight * (wanted.Text == heard.Text ? 1 : OtherNegation) : -negation;
        }
        var likeness = WordLikeness.Of(wanted, heard);
        if (likeness > 0)
        {
            return wanted.Weight * likeness;
        }
        return wanted.IsNumber && heard.IsNumber ? -wanted.Weight
            : wanted.IsNumber ? -MissingNumberCost
            : Lexicons.WordKinds.IsOwner(wanted.Text) ? -MissingOwnerCost
            : -wanted.Weight * MissingCost * shortness;
    }

    private static double Missing(PhraseToken wanted, double negation, double shortness, SpokenLine line) =>
        wanted.Negates ? negation
        : wanted.IsNumber ? MissingNumberCost
        : Lexicons.WordKinds.IsOwner(wanted.Text) ? MissingOwnerCost
        : line.Nearest(wanted) > 0.8 ? wanted.Weight * ElsewhereCost
        : wanted.Weight * (wanted.Weight >= 1 ? Math.Max(LeftOutCost, MissingCost * shortness) : MissingCost * shortness);

    /// <summary>"I can't | help you": the negation stands just before the stretch that was found.</summary>
    private static bool NegatedBefore(IReadOnlyList<PhraseToken> line, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - NegationReach; i--)
        {
            if (line[i].Negates)
            {
                return true;
            }
            if (line[i].Weight >= 0.5)
            {
                return false;
            }
        }
        return false;
    }

    private static void Better(double candidate, int candidateStart, ref double cell, ref int start)
    {
        if (candidate > cell)
        {
            (cell, start) = (candidate, candidateStart);
        }
    }

    private static PhraseToken[] TokensOf(string phrase) =>
        [.. SpokenLine.Of(Placeholder().Replace(phrase, " ")).Tokens.Take(MostPhraseWords)];

    /// <summary>"[your name]", "{practice}": whatever is said there is right.</summary>
    [GeneratedRegex(@"\[[^\]]*\]|\{[^}]*\}|<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
