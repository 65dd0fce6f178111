using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Speech.Turns;

/// <summary>Whether a number is being read or a name spelled, group by group, with pauses that end nothing.</summary>
/// <param name="GoesOn">More is to be expected.</param>
/// <param name="Spells">There are single letters in it.</param>
internal readonly record struct ReadingAloud(bool GoesOn, bool Spells)
{
    /// <summary>As many digits as a telephone number has with its area: it is complete.</summary>
    private const int WholeNumber = 10;

    /// <summary>Nobody asked for a number, but so many digits or letters together are one.</summary>
    private const int Plainly = 3;

    /// <summary>Single letters stand together in nothing else.</summary>
    private const int PlainlySpelled = 2;

    private static readonly string[] Topics =
        ["date of birth", "birth", "phone", "telephone", "mobile", "callback", "number", "member", "id", "reference", "postcode", "zip", "spell", "digits", "code"];

    /// <param name="words">The turn so far.</param>
    /// <param name="askedFor">What the patient asked for, as a topic ("dateOfBirth", "phone number"), or null.</param>
    public static ReadingAloud Of(string words, string? askedFor)
    {
        var (digits, letters) = Run(words);
        var count = digits + letters;
        var expected = askedFor is not null && AsksForDigits(askedFor);
        var whole = digits >= WholeNumber || (letters == 0 && SpokenYear.EndsDate(words, askedFor));
        return new ReadingAloud(count > 0 && !whole && (count >= Plainly || letters >= PlainlySpelled || expected), letters > 0);
    }

    /// <summary>Digits and single letters at the end of the words, "um" and "and" between them passed over.</summary>
    private static (int Digits, int Letters) Run(ReadOnlySpan<char> words)
    {
        var (digits, letters, singly) = (0, 0, true);
        for (words = words.TrimEnd(); !words.IsEmpty && digits + letters < 32;)
        {
            var word = words[(words.LastIndexOf(' ') + 1)..];
            words = words[..^word.Length].TrimEnd();
            switch (LastWord.KindOf(word))
            {
                case TurnWord.Number:
                    digits += Math.Max(1, CountDigits(word));
                    singly &= word is "zero" or "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine";
                    break;
                case var _ when digits > 1 && singly && word is "for" or "to" or "too":   // "four one five", as it is often heard; "for two thirty" is a time
                    digits++;
                    break;
                case TurnWord.Letter:
                case TurnWord.Open when letters > 0 && word is "a" or "i":   // between other letters they are letters too
                    letters++;
                    break;
                case TurnWord.Answer when digits > 0 && word is "oh":   // "six oh two"
                    digits++;
                    break;
                case TurnWord.Joiner:
                    singly &= digits == 0;
                    break;
                case TurnWord.Filler:
                    break;
                default:
                    return (digits, letters);
            }
        }
        return (digits, letters);
    }

    private static int CountDigits(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word)
        {
            count += char.IsDigit(c) ? 1 : 0;
        }
        return count;
    }

    /// <summary>Topics are names such as "dateOfBirth" or words: looked at without blanks and capitals.</summary>
    private static bool AsksForDigits(string topic)
    {
        foreach (var wanted in Topics)
        {
            if (topic.Replace(" ", "", StringComparison.Ordinal).Contains(wanted.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            {
                return wanted != "id" || topic.EndsWith("id", StringComparison.OrdinalIgnoreCase);
            }
        }
        return false;
    }
}
