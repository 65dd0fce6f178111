using System.Numerics;

namespace RealtimeTraining.Models.Language;

/// <summary>How likely a recognised word is another, misheard: 0-1.</summary>
internal static class WordLikeness
{
    private const int LongestWord = 24;

    public static double Of(PhraseToken wanted, PhraseToken heard)
    {
        if (wanted.Text == heard.Text)
        {
            return 1;
        }
        if (wanted.IsNumber || heard.IsNumber)
        {
            return 0;
        }
        if (wanted.Stem == heard.Stem)
        {
            return 0.97;
        }
        if (wanted.Kind.Length > 0 && wanted.Kind == heard.Kind)
        {
            return 0.88;
        }
        return wanted.Weight < 0.5 || heard.Weight < 0.5 || BitOperations.PopCount(wanted.Letters ^ heard.Letters) > 5
            ? 0
            : OfLetters(wanted.Text, heard.Text);
    }

    /// <summary>From the letters alone. Vowels are misheard for one another more easily than consonants.</summary>
    public static double OfLetters(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (Math.Min(a.Length, b.Length) < 4 || longest > LongestWord || Math.Abs(a.Length - b.Length) > longest / 3)
        {
            return 0;
        }
        // People and recognisers rarely get the first sound wrong.
        var cost = Distance(a, b) + (a[0] == b[0] ? 0 : 0.25);
        var likeness = 1 - cost / longest;
        return likeness < 0.65 ? 0 : Math.Pow(likeness, 1.5);
    }

    /// <summary>"appoint ment" is how a recogniser writes what it does not know.</summary>
    public static bool IsSplit(PhraseToken wanted, PhraseToken one, PhraseToken two)
    {
        if (Math.Abs(one.Text.Length + two.Text.Length - wanted.Text.Length) > 1 || one.IsNumber || two.IsNumber)
        {
            return false;
        }
        Span<char> joined = stackalloc char[one.Text.Length + two.Text.Length];
        one.Text.CopyTo(joined);
        two.Text.CopyTo(joined[one.Text.Length..]);
        return OfLetters(wanted.Text, joined) > 0.75;
    }

    private static double Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<double> row = stackalloc double[LongestWord + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + Substitution(a[i - 1], b[j - 1]);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }

    private static double Substitution(char a, char b) => a == b ? 0 : IsVowel(a) && IsVowel(b) ? 0.5 : 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
