using RealtimeTraining.Models.Language.Lexicons;

namespace RealtimeTraining.Models.Language;

/// <summary>Cuts a line into what is compared: contractions spelled out, fillers dropped, number words made numbers.</summary>
internal static class PhraseTokens
{
    public static IReadOnlyList<PhraseToken> Of(SpokenLine line)
    {
        var words = new List<(string Text, int Source)>(line.WordCount + 4);
        for (var i = 0; i < line.WordCount; i++)
        {
            foreach (var part in Contractions.Expand(line.Word(i)))
            {
                if (!WordKinds.IsFiller(part))
                {
                    words.Add((part, i));
                }
            }
        }
        var tokens = new List<PhraseToken>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            tokens.Add(PhraseToken.Of(words[i].Text, words[i].Source, Negations.Negates(words, i)));
        }
        return JoinNumbers(tokens);
    }

    /// <summary>"sixty", "seven" is 67, as a recogniser that writes figures has it.</summary>
    private static List<PhraseToken> JoinNumbers(List<PhraseToken> tokens)
    {
        var joined = new List<PhraseToken>(tokens.Count);
        foreach (var token in tokens)
        {
            var before = joined.Count > 0 ? joined[^1] : null;
            if (before is { IsNumber: true } && token.IsNumber && Numbers.Join(before.Text, token.Text) is { } whole)
            {
                joined[^1] = before with { Text = whole, Stem = whole };
            }
            else
            {
                joined.Add(token);
            }
        }
        return joined;
    }
}
