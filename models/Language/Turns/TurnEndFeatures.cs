using System.Numerics;
using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// What the turn-end model sees of a turn: the same code in training and in use. Buffers are used again. Not thread-safe.
/// </summary>
public sealed class TurnEndFeatures
{
    /// <summary>Stands in weight files; changes whenever a feature does.</summary>
    public const string Version = "turn-end/1";

    public const int Blocks = 6;

    /// <summary>The last so many characters are read: the end of a turn is what tells.</summary>
    private const int TailCharacters = 480;

    private const int RecentWords = 6;

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
        AddDense(turn);
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

    private void AddDense(in TurnSoFar turn)
    {
        Vector.AddDense(float.IsNaN(turn.PitchFall) ? 0 : Math.Clamp(turn.PitchFall, -12, 12));
        Vector.AddDense(float.IsNaN(turn.LevelFall) ? 0 : Math.Clamp(turn.LevelFall, -20, 20));
    }

    private void Add(byte block, uint kind, uint value) => Vector.Add(FeatureHash.Join((uint)(block * 1000) + kind, value), block);
}
