using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>An utterance as words that know where in the text they stand and what punctuation came before them.</summary>
public sealed class HeardWords
{
    /// <summary>What is said beyond this is not understood: nobody takes in more of one turn.</summary>
    public const int MostWords = 400;

    private readonly string _text;
    private readonly List<(int Start, int End)> _places = [];
    private readonly List<Break> _breaks = [];
    private readonly List<string> _words = [];
    private readonly List<IReadOnlyList<string>> _expanded = [];
    private readonly List<int> _expandedAt = [0];

    public HeardWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        var pending = Break.None;
        for (var i = 0; i < text.Length && _words.Count < MostWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                pending = Stronger(pending, BreakOf(text, i));
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInner(text, i)))
            {
                i++;
            }
            var word = SpokenText.Normalise(text[start..i]);
            if (word.Length > 0)
            {
                _words.Add(word.Length > 40 ? word[..40] : word);
                _expanded.Add(Contractions.Expand(_words[^1]));
                _expandedAt.Add(_expandedAt[^1] + _expanded[^1].Count);
                _places.Add((start, i));
                _breaks.Add(pending);
                pending = Break.None;
            }
        }
        EndsWithQuestionMark = pending == Break.Question;
    }

    public enum Break
    {
        None,
        Comma,
        Stop,
        Question,
    }

    public int Count => _words.Count;

    public bool EndsWithQuestionMark { get; }

    public IReadOnlyList<string> Words => _words;

    /// <summary>The punctuation before word <paramref name="index"/>.</summary>
    public Break BreakBefore(int index) => index < _breaks.Count ? _breaks[index] : EndsWithQuestionMark ? Break.Question : Break.None;

    public bool AsksAt(int end) => BreakBefore(end) == Break.Question;

    /// <summary>Words from <paramref name="start"/> up to <paramref name="end"/>, contractions written out.</summary>
    public List<string> Expanded(int start, int end)
    {
        var result = new List<string>(end - start + 4);
        for (var i = start; i < end; i++)
        {
            result.AddRange(_expanded[i]);
        }
        return result;
    }

    /// <summary>Where word <paramref name="index"/> stands once contractions are written out.</summary>
    public int ExpandedAt(int index) => _expandedAt[index];

    /// <summary>The piece of the text as it was given.</summary>
    public string Piece(int start, int end) => start >= end ? "" : _text[_places[start].Start.._places[end - 1].End];

    public static List<string> Expand(string text)
    {
        var words = new HeardWords(text);
        return words.Expanded(0, words.Count);
    }

    private static bool IsInner(string text, int i) =>
        text[i] is '\'' or '\u2019' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    private static Break BreakOf(string text, int i) => text[i] switch
    {
        '?' => Break.Question,
        // The dot in "dr. smith", "d.o.b." or "2.50" ends nothing.
        '.' => IsAbbreviation(text, i) ? Break.None : Break.Stop,
        '!' or ';' or '\n' => Break.Stop,
        ',' or ':' or '\u2014' => Break.Comma,
        _ => Break.None,
    };

    private static bool IsAbbreviation(string text, int i)
    {
        if (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
        {
            return true;
        }
        var start = i;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }
        return text[start..i].ToLowerInvariant() is "dr" or "mr" or "mrs" or "ms" or "st" || i - start == 1;
    }

    private static Break Stronger(Break one, Break other) => one > other ? one : other;
}
