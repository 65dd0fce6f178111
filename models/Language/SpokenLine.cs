using System.Collections.Concurrent;
using System.Text;

namespace RealtimeTraining.Models.Language;

/// <summary>
/// An utterance cut into words that remember where they stood, so that whatever is found in it can be quoted as it was
/// said or typed. Thread-safe.
/// </summary>
public sealed class SpokenLine
{
    /// <summary>Longer lines are read up to here; nobody says more in one breath.</summary>
    public const int MostWords = 800;

    private readonly List<(int Start, int End)> _words = [];
    private readonly List<int> _normalisedStarts = [];
    private readonly ConcurrentDictionary<string, double> _nearest = new(StringComparer.Ordinal);

    private SpokenLine(string text)
    {
        Text = text;
        var normalised = new StringBuilder(text.Length);
        var start = -1;
        for (var i = 0; i <= text.Length && _words.Count < MostWords; i++)
        {
            if (i < text.Length && InWord(text, i))
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0)
            {
                Append(normalised, start, i);
                start = -1;
            }
        }
        Normalised = normalised.ToString();
        Tokens = PhraseTokens.Of(this);
    }

    /// <summary>As it was said or typed.</summary>
    public string Text { get; }

    /// <summary>Lower case, no punctuation, one space between words: what <see cref="SpokenText.Normalise"/> makes of it.</summary>
    public string Normalised { get; }

    public int WordCount => _words.Count;

    internal IReadOnlyList<PhraseToken> Tokens { get; }

    /// <summary>How like the word is to the most alike of the line. Kept, as phrases share most of their words.</summary>
    internal double Nearest(PhraseToken wanted) => _nearest.GetOrAdd(wanted.Text, static (_, at) => at.Line.FindNearest(at.Wanted), (Line: this, Wanted: wanted));

    public static SpokenLine Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SpokenLine(text);
    }

    /// <summary>The normalised form of one word.</summary>
    public string Word(int index)
    {
        var start = _normalisedStarts[index];
        return Normalised.Substring(start, _words[index].End - _words[index].Start);
    }

    /// <summary>The words from one to another, both included, as they stand in <see cref="Text"/>.</summary>
    public string Quote(int first, int last) => Text[_words[first].Start.._words[last].End];

    /// <summary>The first and last word of a part of <see cref="Normalised"/>. The line must have words.</summary>
    public (int First, int Last) WordsAt(int index, int length) => (WordAt(index), WordAt(index + Math.Max(0, length - 1)));

    /// <summary>What stands in <see cref="Text"/> between a word and the next.</summary>
    public ReadOnlySpan<char> After(int word) =>
        Text.AsSpan(_words[word].End, (word + 1 < _words.Count ? _words[word + 1].Start : Text.Length) - _words[word].End);

    /// <summary>What stands in <see cref="Text"/> where a part of <see cref="Normalised"/> was found, widened to whole words.</summary>
    public string QuoteNormalised(int index, int length)
    {
        if (_words.Count == 0)
        {
            return "";
        }
        var (first, last) = WordsAt(index, length);
        return Quote(first, last);
    }

    private static bool InWord(string text, int i) =>
        char.IsLetterOrDigit(text[i])
        || (text[i] is '\'' or '\u2019' or '\u2018' && i > 0 && i + 1 < text.Length
            && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]));

    private double FindNearest(PhraseToken wanted)
    {
        var nearest = 0.0;
        for (var i = 0; i < Tokens.Count && nearest < 1; i++)
        {
            nearest = Math.Max(nearest, wanted.Negates && Tokens[i].Negates ? 1 : WordLikeness.Of(wanted, Tokens[i]));
            if (i > 0 && wanted.Text.Length >= 6 && WordLikeness.IsSplit(wanted, Tokens[i - 1], Tokens[i]))
            {
                nearest = Math.Max(nearest, 0.9);
            }
        }
        return nearest;
    }

    private int WordAt(int normalisedIndex)
    {
        var found = _normalisedStarts.BinarySearch(normalisedIndex);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    private void Append(StringBuilder normalised, int start, int end)
    {
        if (normalised.Length > 0)
        {
            normalised.Append(' ');
        }
        _words.Add((start, end));
        _normalisedStarts.Add(normalised.Length);
        for (var i = start; i < end; i++)
        {
            normalised.Append(Text[i] is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(Text[i]));
        }
    }
}
