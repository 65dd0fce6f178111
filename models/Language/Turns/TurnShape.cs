using System.Numerics;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>A turn without its words: how long, which kinds, whether it asks, and the same of what the other said.</summary>
internal readonly record struct TurnShape
{
    /// <summary>A question is looked for in so many words from the end.</summary>
    private const int AskWithin = 14;

    public uint Role { get; private init; }

    public TurnWord Last { get; private init; }

    public TurnWord Second { get; private init; }

    /// <summary>Logarithm of the number of words, 0 to 6.</summary>
    public uint Length { get; private init; }

    public bool Asks { get; private init; }

    public bool OnlyAnswers { get; private init; }

    public bool OnlyFillers { get; private init; }

    /// <summary>"..., okay, right": 0 to 3.</summary>
    public uint TrailingAnswers { get; private init; }

    public int TrailingFillers { get; private init; }

    public bool OtherAsked { get; private init; }

    public uint OtherLength { get; private init; }

    public bool OtherOnlyAnswers { get; private init; }

    public static TurnShape Of(List<uint> words, List<uint> other, in TurnSoFar turn)
    {
        var fillers = Trailing(words, TurnWord.Filler, TurnWord.Filler);
        return new TurnShape
        {
            Role = turn.Leads ? 11u : 12u,
            Last = words.Count > 0 ? TurnWords.KindOf(words[^1]) : TurnWord.None,
            Second = words.Count > 1 ? TurnWords.KindOf(words[^2]) : TurnWord.None,
            Length = LengthOf(words),
            Asks = DoesAsk(words),
            OnlyAnswers = words.Count > 0 && Trailing(words, TurnWord.Answer, TurnWord.Answer) == words.Count,
            OnlyFillers = words.Count > 0 && Trailing(words, TurnWord.Filler, TurnWord.Joiner) == words.Count,
            TrailingAnswers = (uint)Math.Min(3, Trailing(words, TurnWord.Answer, TurnWord.Answer)),
            TrailingFillers = fillers,
            OtherAsked = turn.OtherSaid.AsSpan().TrimEnd().EndsWith("?") || DoesAsk(other),
            OtherLength = LengthOf(other),
            OtherOnlyAnswers = other.Count > 0 && Trailing(other, TurnWord.Answer, TurnWord.Filler) == other.Count,
        };
    }

    private static uint LengthOf(List<uint> words) => (uint)Math.Min(6, BitOperations.Log2((uint)words.Count + 1));

    private static int Trailing(List<uint> words, TurnWord kind, TurnWord orKind)
    {
        var count = 0;
        while (count < words.Count && TurnWords.KindOf(words[^(count + 1)]) is var last && (last == kind || last == orKind))
        {
            count++;
        }
        return count;
    }

    private static bool DoesAsk(List<uint> words)
    {
        for (var i = Math.Max(0, words.Count - AskWithin); i + 1 < words.Count; i++)
        {
            if (TurnWords.AsksTogether(words[i], words[i + 1]))
            {
                return true;
            }
        }
        return false;
    }
}
