namespace RealtimeTraining.Models.Language.Linear;

/// <summary>
/// The words and marks of a text, in buffers that are used again for the next one. Words are lower case and without
/// apostrophes ("don't" is "dont"), as recognisers differ in them; a word that starts with a figure is "0". Longer texts
/// are read up to <see cref="MaxCharacters"/>. Not thread-safe.
/// </summary>
public sealed class TextTokens
{
    public const int MaxCharacters = 6000;
    public const int MaxTokens = 1500;

    private readonly char[] _characters = new char[MaxCharacters + 1];
    private readonly TextToken[] _tokens = new TextToken[MaxTokens];
    private int _used;

    public int Count { get; private set; }

    /// <summary>How many of the tokens are words.</summary>
    public int Words { get; private set; }

    /// <summary>There are capitals or punctuation: it was typed, or a recogniser wrote it out.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>Words of two letters and more, all in capitals.</summary>
    public int Shouted { get; private set; }

    public TextToken this[int index] => index < Count ? _tokens[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public ReadOnlySpan<char> Text(int index)
    {
        var token = this[index];
        return _characters.AsSpan(token.Start, token.Length);
    }

    public void Read(ReadOnlySpan<char> text)
    {
        (Count, Words, Shouted, _used, IsWritten) = (0, 0, 0, 0, false);
        text = text[..Math.Min(text.Length, MaxCharacters)];
        for (var i = 0; i < text.Length && Count < MaxTokens;)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                i = ReadWord(text, i);
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else
            {
                i = ReadMark(text, i);
            }
        }
    }

    private int ReadWord(ReadOnlySpan<char> text, int i)
    {
        var (start, capitals) = (_used, 0);
        for (; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                capitals += char.IsUpper(text[i]) ? 1 : 0;
                _characters[_used++] = char.ToLowerInvariant(text[i]);
            }
            else if (text[i] is not ('\'' or '\u2019') || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))
            {
                break;
            }
        }
        if (char.IsDigit(_characters[start]))
        {
            _characters[start] = '0';
            _used = start + 1;
        }
        IsWritten |= capitals > 0;
        Shouted += capitals > 1 && capitals == _used - start ? 1 : 0;
        Words++;
        Add(start, false);
        return i;
    }

    /// <summary>A mark said several times over is one token of two: "!!!" is "!!".</summary>
    private int ReadMark(ReadOnlySpan<char> text, int i)
    {
        var (start, mark) = (_used, text[i] is '\u2019' or '\u2018' ? '\'' : text[i]);
        _characters[_used++] = mark;
        if (++i < text.Length && text[i] == mark)
        {
            _characters[_used++] = mark;
            while (i < text.Length && text[i] == mark)
            {
                i++;
            }
        }
        IsWritten = true;
        Add(start, true);
        return i;
    }

    private void Add(int start, bool mark) =>
        _tokens[Count++] = new TextToken(start, _used - start, FeatureHash.Of(_characters.AsSpan(start, _used - start)), mark);
}
