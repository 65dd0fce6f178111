using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>
/// A text as a recogniser might have heard it: lower case, no punctuation, and one word in ten wrong. Of the errors six in
/// ten are another word of the same texts (half of them one that starts alike), two and a half are lost, one and a half are
/// words too many. Seeded by the text itself, so that a text is misheard alike wherever it stands.
/// </summary>
public sealed class SpeechForm
{
    public const double WordErrors = 0.10;

    private readonly string[] _words;
    private readonly Dictionary<string, string[]> _alike;

    /// <param name="texts">Where wrong words come from.</param>
    public SpeechForm(IEnumerable<string> texts)
    {
        _words = [.. texts.SelectMany(SpokenText.Words).Take(200_000)];
        _alike = _words.Distinct(StringComparer.Ordinal).GroupBy(Start, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    public string Of(string text, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = SpokenText.Words(text);
        var random = new SeededRandom(words.Aggregate(seed, (sum, word) => unchecked(sum * 31 + word.Length * 131 + word[0] + 7 * word[^1])));
        List<string> heard = new(words.Length + 4);
        foreach (var word in words)
        {
            var error = _words.Length > 0 ? random.NextDouble() / WordErrors : 1;
            if (error is >= 0.6 and < 0.85)
            {
                continue;
            }
            heard.Add(error < 0.3 ? Alike(word, random) : error < 0.6 ? _words[random.Next(_words.Length)] : word);
            if (error is >= 0.85 and < 1)
            {
                heard.Add(_words[random.Next(_words.Length)]);
            }
        }
        return string.Join(' ', heard);
    }

    private string Alike(string word, SeededRandom random) =>
        _alike.TryGetValue(Start(word), out var words) ? words[random.Next(words.Length)] : word;

    private static string Start(string word) => word[..Math.Min(2, word.Length)];
}
