using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Speech.Language;

/// <summary>
/// Text as people write it, turned into text as a <see cref="Recognition.Transcript"/> holds it. Numbers stay digits;
/// signs that stand for words become words.
/// </summary>
internal static partial class HeardText
{
    public static string Write(string text)
    {
        var result = Remark().Replace(text, " ");
        result = Title().Replace(result, match => match.Groups["title"].Value.ToLowerInvariant() switch
        {
            "dr" => "doctor",
            "mr" => "mister",
            _ => "missus",
        });
        result = Thousands().Replace(result, "");
        result = Money().Replace(result, "$1 dollars");
        result = Point().Replace(result, "$1 point $2");
        result = result.Replace("%", " percent", StringComparison.Ordinal).Replace(" & ", " and ", StringComparison.Ordinal);
        return SpokenText.Normalise(result);
    }

    /// <summary>[BLANK_AUDIO], (music), *coughs*, &lt;|nospeech|&gt;: about the sound, not said.</summary>
    [GeneratedRegex(@"\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|<\|[^|]*\|>", RegexOptions.NonBacktracking)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\b(?<title>[Dd]r|[Mm]rs|[Mm]r)\b\.?")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\$(\d+(?:\.\d+)?)")]
    private static partial Regex Money();

    [GeneratedRegex(@"(?<![\d.])(\d+)\.(\d+)(?![\d.]*\d)")]
    private static partial Regex Point();
}
