using System.Numerics;
using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// What the turn-end model sees of a turn: the same code in training and in use. Buffers are used again. Not thread-safe.
/// </summary>
public sealed class TurnEndFeatures
{
    /// <summary>Stands in weight files; changes whenever a feature does.</summary>
    public const string Version = "turn-end/3";

    /// <summary>The last so many characters are read: the end of a turn is what tells.</summary>
    private const int TailCharacters = 480;

    private const int RecentWords = 6;

    private const int GrammarWords = 6;

    private const int QuestionWords = 10;

    private readonly TextTokens _tokens = new();
    private readonly List<uint> _words = [];
    private readonly List<uint> _other = [];

    public FeatureVector Vector { get; } = new();

    public FeatureVector Read(in TurnSoFar turn)
    {
        ReadWords(turn.Words, _words);
        ReadWords(turn.OtherSaid, _other);
        Vector.Clear();
        var shape = TurnShape.Of(_words, _other, turn);
        AddLastWords(shape);
        AddRecentWords();
        AddWhole();
        AddShape(shape, turn);
        AddOther(shape);
        AddGrammar();
        return Vector;
    }

    private void ReadWords(string? text, List<uint> words)
    {
        words.Clear();
        var tail = text.AsSpan();
        if (tail.Length > TailCharacters)
        {
            tail = tail[^TailCharacters..];
            tail = tail[(tail.IndexOf(' ') + 1)..];
        }
        _tokens.Read(tail);
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!_tokens[i].IsMark)
            {
                words.Add(_tokens[i].Hash);
            }
        }
    }

    private uint FromEnd(int back) => back < _words.Count ? _words[^(back + 1)] : 1u;

    private void AddLastWords(in TurnShape shape)
    {
        Vector.BeginBlock();
        var (last, second, third) = (FromEnd(0), FromEnd(1), FromEnd(2));
        Add(0, 1, last);
        Add(0, 2, second);
        Add(0, 3, FeatureHash.Join(second, last));
        Add(0, 4, FeatureHash.Join(third, FeatureHash.Join(second, last)));
        Add(0, 5, FromEnd(shape.TrailingFillers));
        Add(0, 6, FeatureHash.Join(FromEnd(shape.TrailingFillers + 1), FromEnd(shape.TrailingFillers)));
        Add(0, 7, FeatureHash.Join(last, shape.Role));
        Add(0, 8, FeatureHash.Join(last, shape.OtherAsked ? 1u : 0u));
        Vector.EndBlock();
    }

    private void AddRecentWords()
    {
        Vector.BeginBlock();
        for (var i = 0; i < RecentWords && i < _words.Count; i++)
        {
            Add(1, 1, _words[^(i + 1)]);
        }
        Vector.EndBlock();
    }

    private void AddWhole()
    {
        Vector.BeginBlock();
        if (_words.Count <= 3)
        {
            var whole = 17u;
            foreach (var word in _words)
            {
                whole = FeatureHash.Join(whole, word);
            }
            Add(2, 1, whole);
        }
        Add(2, 2, _words.Count > 0 ? _words[0] : 1u);
        Vector.EndBlock();
    }

    /// <summary>Kinds of words, lengths, and what stands together, each alone and by role.</summary>
    private void AddShape(in TurnShape shape, in TurnSoFar turn)
    {
        Vector.BeginBlock();
        Span<uint> facts =
        [
            (uint)shape.Last, (uint)shape.Last * 8 + (uint)shape.Second, (uint)shape.Last * 8 + shape.Length, shape.Length, shape.Asks ? 1u : 0u,
            shape.OnlyAnswers ? 1u : 0u, shape.OnlyFillers ? 1u : 0u, shape.TrailingAnswers, shape.TrailingAnswers * 2 + (shape.Asks ? 1u : 0u),
            (uint)Math.Min(2, shape.TrailingFillers), (uint)Math.Min(3, turn.PausesBefore), (uint)Math.Min(2, turn.PausesBefore) * 8 + (uint)shape.Last,
            (uint)BitOperations.Log2((uint)Math.Max(1, turn.SpokenMs / 250)),
        ];
        for (var i = 0; i < facts.Length; i++)
        {
            Add(3, (uint)i, facts[i]);
            Add(3, (uint)i + 100, FeatureHash.Join(shape.Role, facts[i]));
        }
        Vector.EndBlock();
    }

    private void AddOther(in TurnShape shape)
    {
        Vector.BeginBlock();
        var asked = shape.OtherAsked ? 1u : 0u;
        Span<uint> facts =
        [
            asked, shape.OtherLength, asked * 2 + (shape.OnlyAnswers ? 1u : 0u), asked * 8 + shape.Length, shape.OtherOnlyAnswers ? 1u : 0u,
            (shape.OtherOnlyAnswers ? 8u : 0u) + shape.Length, asked * 4 + shape.TrailingAnswers, shape.OtherLength * 8 + shape.Length,
            asked * 2 + (shape.Asks ? 1u : 0u),
        ];
        for (var i = 0; i < facts.Length; i++)
        {
            Add(4, (uint)i, facts[i]);
            Add(4, (uint)i + 100, FeatureHash.Join(shape.Role, facts[i]));
        }
        Vector.EndBlock();
    }

    /// <summary>The last two to six words with all but those of grammar left open: "where * does it".</summary>
    private void AddGrammar()
    {
        Vector.BeginBlock();
        var form = 1u;
        for (var back = 0; back < GrammarWords && back <= _words.Count; back++)
        {
            form = FeatureHash.Join(form, back < _words.Count ? Grammar(back) : 0u);
            if (back > 0)
            {
                Add(5, (uint)back, form);
            }
        }
        AddQuestion();
        Vector.EndBlock();
    }

    /// <summary>The question that began last: its form, how it begins and how long ago. "How long did" is none yet.</summary>
    private void AddQuestion()
    {
        for (var back = 1; back < QuestionWords && back < _words.Count; back++)
        {
            var (asks, next) = (FromEnd(back), FromEnd(back - 1));
            if (TurnWords.AsksTogether(asks, next))
            {
                var form = 1u;
                for (var word = back; word >= 0; word--)
                {
                    form = FeatureHash.Join(form, Grammar(word));
                }
                Add(5, 20, form);
                Add(5, 21, FeatureHash.Join((uint)back, Grammar(0)));
                Add(5, 22, FeatureHash.Join(FeatureHash.Join(asks, next), (uint)back));
                return;
            }
        }
    }

    private uint Grammar(int back) => TurnWords.GrammarOf(_words[^(back + 1)]);

    private void Add(byte block, uint kind, uint value) => Vector.Add(FeatureHash.Join((uint)(block * 1000) + kind, value), block);
}
