using System.Globalization;
using System.Text;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// Reads a reply as it is being written: the text of "say" is there letter by letter, long before the JSON is whole.
/// Takes tokens cut anywhere, within an escape or between two halves of a character. Not thread-safe.
/// </summary>
public sealed class ReplyJsonReader
{
    private readonly StringBuilder _say = new();
    private readonly StringBuilder _string = new();
    private readonly List<string> _reveals = [];
    private State _state = State.Start;
    private string _key = "";
    private bool _inList;
    private bool _escaped;
    private int _hexLeft;
    private int _hex;
    private char _high;

    private enum State
    {
        Start,
        KeyOrEnd,
        Key,
        KeyString,
        Colon,
        Value,
        ValueString,
        ItemOrEnd,
        Item,
        AfterItem,
        AfterValue,
        End,
        Broken,
    }

    /// <summary>The words so far. A half character is held back until its other half is there.</summary>
    public string Say => _say.ToString();

    /// <summary>The words are whole.</summary>
    public bool HasSaid { get; private set; }

    public bool IsWhole => _state == State.End && HasSaid;

    /// <summary>This is not the JSON that was asked for; nothing more is read.</summary>
    public bool IsBroken => _state == State.Broken;

    /// <summary>Null until it has been given.</summary>
    public string? Mood { get; private set; }

    public IReadOnlyList<string> Reveals => _reveals;

    public void Add(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
        {
            if (_state == State.Broken)
            {
                return;
            }
            Read(c);
        }
    }

    private void Read(char c)
    {
        if (_state is State.KeyString or State.ValueString)
        {
            ReadString(c);
            return;
        }
        if (c is ' ' or '\t' or '\r' or '\n' || (c == '\uFEFF' && _state == State.Start))
        {
            return;
        }
        _state = (_state, c) switch
        {
            (State.Start, '{') => State.KeyOrEnd,
            (State.KeyOrEnd, '}') => State.End,
            (State.KeyOrEnd or State.Key, '"') => Begin(State.KeyString),
            (State.Colon, ':') => State.Value,
            (State.Value, '"') when _key is ReplyFormat.Say or ReplyFormat.Mood => Begin(State.ValueString),
            (State.Value, '[') when _key == ReplyFormat.Reveals => List(true, State.ItemOrEnd),
            (State.ItemOrEnd or State.AfterItem, ']') => List(false, State.AfterValue),
            (State.ItemOrEnd or State.Item, '"') => Begin(State.ValueString),
            (State.AfterItem, ',') => State.Item,
            (State.AfterValue, ',') => State.Key,
            (State.AfterValue, '}') => State.End,
            _ => State.Broken,
        };
    }

    private State List(bool opens, State next)
    {
        _inList = opens;
        return next;
    }

    private State Begin(State state)
    {
        _string.Clear();
        return state;
    }

    private void ReadString(char c)
    {
        if (_hexLeft > 0)
        {
            ReadHex(c);
        }
        else if (_escaped)
        {
            _escaped = false;
            Unescape(c);
        }
        else if (c == '\\')
        {
            _escaped = true;
        }
        else if (c == '"')
        {
            EndString();
        }
        else if (c < ' ')
        {
            _state = State.Broken;
        }
        else
        {
            Append(c);
        }
    }

    private void Unescape(char c)
    {
        switch (c)
        {
            case 'u': (_hexLeft, _hex) = (4, 0); break;
            case '"' or '\\' or '/': Append(c); break;
            case 'n' or 't' or 'r': Append(' '); break;
            case 'b' or 'f': break;
            default: _state = State.Broken; break;
        }
    }

    private void ReadHex(char c)
    {
        if (!int.TryParse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digit))
        {
            _state = State.Broken;
            return;
        }
        _hex = (_hex << 4) | digit;
        if (--_hexLeft == 0)
        {
            Append((char)_hex);
        }
    }

    private void Append(char c)
    {
        if (_high != '\0')
        {
            if (!char.IsLowSurrogate(c))
            {
                _state = State.Broken;
                return;
            }
            Put(_high);
            Put(c);
            _high = '\0';
        }
        else if (char.IsHighSurrogate(c))
        {
            _high = c;
        }
        else if (char.IsLowSurrogate(c))
        {
            _state = State.Broken;
        }
        else
        {
            Put(c);
        }
    }

    private void Put(char c) => (_state == State.ValueString && !_inList && _key == ReplyFormat.Say ? _say : _string).Append(c);

    private void EndString()
    {
        if (_high != '\0')
        {
            _state = State.Broken;
        }
        else if (_state == State.KeyString)
        {
            _key = _string.ToString();
            // A key that nobody asked for, or the words a second time.
            _state = _key is ReplyFormat.Mood or ReplyFormat.Reveals || (_key == ReplyFormat.Say && !HasSaid) ? State.Colon : State.Broken;
        }
        else if (_inList)
        {
            _reveals.Add(_string.ToString());
            _state = State.AfterItem;
        }
        else
        {
            HasSaid |= _key == ReplyFormat.Say;
            Mood = _key == ReplyFormat.Mood ? _string.ToString() : Mood;
            _state = State.AfterValue;
        }
    }
}
