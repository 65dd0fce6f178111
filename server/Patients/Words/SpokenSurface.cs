using System.Globalization;
using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Whether a text is nothing but words that somebody speaks: the signs in it, not their meaning. Stateless.</summary>
public static partial class SpokenSurface
{
    private const int LongestWord = 22;
    private const string Signs = " .,?!'’‘\"“”-–—…:;&";

    public static GuardVerdict Judge(string clause, GuardLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(lexicon);
        if (Bracketed().IsMatch(clause))
        {
            return GuardVerdict.Fail(ReplyProblem.StageDirection, "bracketed");
        }
        if (Label().Match(clause) is { Success: true } label && lexicon.Labels.Contains(label.Groups[1].Value.ToLowerInvariant()))
        {
            return GuardVerdict.Fail(ReplyProblem.StageDirection, "label");
        }
        if (Address().IsMatch(clause))
        {
            return GuardVerdict.Fail(ReplyProblem.Unspeakable, "address");
        }
        foreach (var c in clause)
        {
            if (char.IsLetter(c) && c > 'ɏ')
            {
                return GuardVerdict.Fail(ReplyProblem.OtherLanguage, "letters");
            }
            if (!char.IsLetter(c) && !char.IsAsciiDigit(c) && !Signs.Contains(c))
            {
                return GuardVerdict.Fail(ReplyProblem.Unspeakable, char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control ? "hidden" : "sign");
            }
        }
        if (clause.Split([' ', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries).Any(IsCode))
        {
            return GuardVerdict.Fail(ReplyProblem.Unspeakable, "code");
        }
        var words = SpokenText.Normalise(clause);
        if (lexicon.Stage.Contains(GuardLexicon.Flat(clause.Split([',', '.', ';', ':', '…', '!', '–', '—'], 2)[0])))
        {
            return GuardVerdict.Fail(ReplyProblem.StageDirection, "deed");
        }
        return words.Length == 0 ? GuardVerdict.Fail(ReplyProblem.Unspeakable, "empty") : GuardVerdict.Pass;
    }

    private static bool IsCode(string word)
    {
        var bare = word.Trim([.. Signs]);
        return bare.Length > LongestWord || (bare.Any(char.IsLetter) && bare.Any(char.IsDigit) && !Ordinal().IsMatch(bare))
            || bare.Skip(1).Count(char.IsUpper) is > 1 and var capitals && capitals < bare.Length - 1;
    }

    [GeneratedRegex(@"\*[^*]*\*?|\[[^\]]*\]?|\([^)]*\)?|<[^>]*>?|\{|\}|\]|\)|_\w+_")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\W*(\p{L}+)\s*:(?!\d)")]
    private static partial Regex Label();

    [GeneratedRegex(@"https?:|www\.|\w@\w|\w\.(com|org|net|gov|io|edu|info)\b|\bdot (com|org|net)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\d+(st|nd|rd|th|s|am|pm|mg|ish)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
