using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>
/// How sentences begin and end: what asks, turns its verb round or begins with "what"; what states has its subject first,
/// whatever the mark. Of speech, which has no sentences, the first and the last words, and verbs that are turned round anywhere.
/// </summary>
internal static class ClauseFeatures
{
    private const int FirstBlock = 3 * NgramFeatures.BlocksPerPart;
    private const int HeadPart = 4, TailPart = 5;
    private const int HeadWords = 6, TailWords = 8;
    private const int MaxSentences = 60;

    /// <summary>A verb turned round so near the end is likely what the other is to answer.</summary>
    private const int LateWords = 12;

    /// <summary>More of a kind say no more.</summary>
    private const int MostOfAKind = 3;

    private static readonly NgramOptions Ends = new(3, 0, 0, true);

    /// <summary>Said before a sentence begins.</summary>
    private static readonly HashSet<uint> Preludes = Hashes("okay ok um uh er mm hmm mhm mmhmm yeah yes yep right well so and but or alright great good sure oh ah now then like");
    private static readonly HashSet<uint> Asking = Hashes("what whats how hows why whys when whens where wheres who whos which whose whom");
    private static readonly HashSet<uint> Verbs = Hashes("do does did is are was were have has had can could would will should may might shall am dont doesnt didnt isnt arent wasnt werent havent hasnt cant couldnt wouldnt wont shouldnt");
    private static readonly HashSet<uint> Subjects = Hashes("you i it he she they we there that this your the any anything anyone somebody someone those these my his her their");
    private static readonly HashSet<uint> Telling = Hashes("tell describe wonder wondering curious help explain share interested walk give");

    /// <summary>Asking: with "what"; turned round: "do you"; telling: "tell me"; stating: the subject first.</summary>
    private enum Shape { Asking, TurnedRound, Telling, Stating, Other }

    private const int Shapes = 5;

    private const uint AskingSalt = 0x51, TellingSalt = 0x52, OpeningSalt = 0xC1A5, ShapeSalt = 0x5A9E;

    public static void Add(FeatureVector vector, TextTokens tokens)
    {
        Span<int> shapes = stackalloc int[Shapes * 2];
        shapes.Clear();
        var (last, lastAsks, start) = (Shape.Other, false, 0);
        vector.BeginBlock();
        for (int i = 0, sentences = 0; i <= tokens.Count && sentences < MaxSentences; i++)
        {
            if (i < tokens.Count && !(tokens[i].IsMark && tokens.Text(i)[0] is '.' or '?' or '!'))
            {
                continue;
            }
            if (HasWords(tokens, start, i))
            {
                var asks = i < tokens.Count && tokens.Text(i)[0] == '?';
                last = AddSentence(vector, tokens, start, i, asks);
                lastAsks = asks;
                shapes[(int)last * 2 + (asks ? 1 : 0)]++;
                sentences++;
            }
            start = i + 1;
        }
        vector.EndBlock();
        NgramFeatures.Add(vector, tokens, HeadPart, Ends, 0, HeadEnd(tokens));
        NgramFeatures.Add(vector, tokens, TailPart, Ends, TailStart(tokens), tokens.Count);
        foreach (var count in shapes)
        {
            vector.AddDense(MathF.Min(count, MostOfAKind));
        }
        for (var shape = 0; shape < Shapes; shape++)
        {
            vector.AddDense((int)last == shape ? 1 : 0);
            vector.AddDense((int)last == shape && lastAsks ? 1 : 0);
        }
        AddAnywhere(vector, tokens);
    }

    private static Shape AddSentence(FeatureVector vector, TextTokens tokens, int start, int end, bool asks)
    {
        var mark = asks ? AskingSalt : TellingSalt;
        Span<uint> words = stackalloc uint[3];
        var (count, at) = (0, start);
        for (; at < end && (tokens[at].IsMark || Preludes.Contains(tokens[at].Hash)); at++)
        {
        }
        for (; at < end && count < words.Length; at++)
        {
            if (!tokens[at].IsMark)
            {
                words[count++] = tokens[at].Hash;
            }
        }
        var shape = ShapeOf(words[..count]);
        var run = FeatureHash.Join(mark, OpeningSalt);
        for (var i = 0; i < count; i++)
        {
            run = FeatureHash.Join(run, words[i]);
            vector.Add(run, FirstBlock);
        }
        vector.Add(FeatureHash.Join(FeatureHash.Join(mark, ShapeSalt), (uint)shape), FirstBlock);
        return shape;
    }

    private static Shape ShapeOf(ReadOnlySpan<uint> first)
    {
        if (first.Length == 0 || Asking.Contains(first[0]))
        {
            return first.Length == 0 ? Shape.Other : Shape.Asking;
        }
        if (first.Length > 1 && Verbs.Contains(first[0]) && Subjects.Contains(first[1]))
        {
            return Shape.TurnedRound;
        }
        foreach (var word in first)
        {
            if (Telling.Contains(word))
            {
                return Shape.Telling;
            }
        }
        return Subjects.Contains(first[0]) ? Shape.Stating : Shape.Other;
    }

    private static void AddAnywhere(FeatureVector vector, TextTokens tokens)
    {
        var (asking, turned, telling, askingLast, turnedLast, tellingLast, word, words) = (0, 0, 0, 0, 0, 0, 0, tokens.Words);
        uint before = 0, two = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsMark)
            {
                continue;
            }
            var (hash, late) = (tokens[i].Hash, words - word++ <= LateWords ? 1 : 0);
            if (Subjects.Contains(hash) && Verbs.Contains(before))
            {
                var asks = Asking.Contains(two);
                // "what you are", "if it is": a verb after its own subject is no question.
                var own = Subjects.Contains(two);
                (asking, askingLast) = (asking + (asks ? 1 : 0), askingLast + (asks ? late : 0));
                (turned, turnedLast) = (turned + (asks || own ? 0 : 1), turnedLast + (asks || own ? 0 : late));
            }
            (telling, tellingLast) = Telling.Contains(hash) ? (telling + 1, tellingLast + late) : (telling, tellingLast);
            (two, before) = (before, hash);
        }
        foreach (var count in (ReadOnlySpan<int>)[asking, turned, telling, askingLast, turnedLast, tellingLast])
        {
            vector.AddDense(MathF.Min(count, MostOfAKind));
        }
    }

    private static bool HasWords(TextTokens tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!tokens[i].IsMark)
            {
                return true;
            }
        }
        return false;
    }

    private static int HeadEnd(TextTokens tokens)
    {
        var i = 0;
        for (var words = HeadWords; i < tokens.Count && words > 0; i++)
        {
            words -= tokens[i].IsMark ? 0 : 1;
        }
        return i;
    }

    private static int TailStart(TextTokens tokens)
    {
        var i = tokens.Count;
        for (var words = TailWords; i > 0 && words > 0; i--)
        {
            words -= tokens[i - 1].IsMark ? 0 : 1;
        }
        return i;
    }

    private static HashSet<uint> Hashes(string words) => [.. words.Split(' ').Select(word => FeatureHash.Of(word))];
}
