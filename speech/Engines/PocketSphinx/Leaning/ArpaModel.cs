using System.Globalization;
using System.Text;

namespace RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;

/// <summary>
/// A trigram language model from counted sentences, in the ARPA text format. Smoothed after Witten and Bell (1991),
/// interpolated: P(w|h) = (c(hw) + T(h) P(w|h')) / (c(h) + T(h)), where T(h) counts the different words behind h.
/// </summary>
internal sealed class ArpaModel
{
    private const string Begin = "<s>";
    private const string End = "</s>";

    private readonly Dictionary<string, double> unigrams;
    private readonly Dictionary<string, Following> bigrams;
    private readonly Dictionary<string, Following> trigrams;

    public ArpaModel()
    {
        unigrams = new(StringComparer.Ordinal);
        bigrams = new(StringComparer.Ordinal);
        trigrams = new(StringComparer.Ordinal);
    }

    /// <summary>To go on from what another has counted.</summary>
    public ArpaModel(ArpaModel other)
    {
        unigrams = new(other.unigrams, StringComparer.Ordinal);
        bigrams = Copy(other.bigrams);
        trigrams = Copy(other.trigrams);
    }

    public IEnumerable<string> Words => unigrams.Keys.Where(word => word is not (Begin or End));

    public void Add(IReadOnlyList<string> words, double weight)
    {
        if (words.Count == 0)
        {
            return;
        }
        string[] padded = [Begin, .. words, End];
        for (var i = 1; i < padded.Length; i++)
        {
            Count(unigrams, padded[i], weight);
            Count(bigrams, padded[i - 1], padded[i], weight);
            if (i >= 2)
            {
                Count(trigrams, $"{padded[i - 2]} {padded[i - 1]}", padded[i], weight);
            }
        }
    }

    /// <summary>Leaves out what was counted less, of two and three words: it says little, and takes long to load.</summary>
    public void Prune(double least)
    {
        foreach (var grams in new[] { bigrams, trigrams })
        {
            foreach (var (history, rest) in grams.ToList())
            {
                foreach (var (word, count) in rest.Words.Where(pair => pair.Value < least).ToList())
                {
                    rest.Words.Remove(word);
                    rest.Total -= count;
                }
                if (rest.Words.Count == 0)
                {
                    grams.Remove(history);
                }
            }
        }
    }

    public string Write()
    {
        var total = unigrams.Values.Sum();
        var types = unigrams.Count;
        // Below the unigrams lies an even distribution over the words.
        double Unigram(string word) => (unigrams[word] + types * (1d / types)) / (total + types);
        double Bigram(string first, string word) => bigrams.TryGetValue(first, out var rest) ? Interpolate(rest, word, Unigram(word)) : Unigram(word);

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\\data\\\nngram 1={types + 1}\n");
        text.Append(CultureInfo.InvariantCulture, $"ngram 2={bigrams.Values.Sum(rest => rest.Words.Count)}\n");
        text.Append(CultureInfo.InvariantCulture, $"ngram 3={trigrams.Values.Sum(rest => rest.Words.Count)}\n\n\\1-grams:\n");
        // The beginning is never predicted.
        text.Append(CultureInfo.InvariantCulture, $"-99 {Begin} {Log(BackOff(bigrams, Begin))}\n");
        foreach (var word in unigrams.Keys)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Log(Unigram(word))} {word} {Log(BackOff(bigrams, word))}\n");
        }
        text.Append("\n\\2-grams:\n");
        foreach (var (first, rest) in bigrams)
        {
            foreach (var word in rest.Words.Keys)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"{Log(Bigram(first, word))} {first} {word} {Log(BackOff(trigrams, $"{first} {word}"))}\n");
            }
        }
        text.Append("\n\\3-grams:\n");
        foreach (var (history, rest) in trigrams)
        {
            var second = history[(history.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            foreach (var word in rest.Words.Keys)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"{Log(Interpolate(rest, word, Bigram(second, word)))} {history} {word}\n");
            }
        }
        return text.Append("\n\\end\\\n").ToString();
    }

    private static Dictionary<string, Following> Copy(Dictionary<string, Following> grams) =>
        grams.ToDictionary(pair => pair.Key, pair => new Following(pair.Value), StringComparer.Ordinal);

    private static double Interpolate(Following rest, string word, double lower) =>
        (rest.Words.GetValueOrDefault(word) + rest.Words.Count * lower) / (rest.Total + rest.Words.Count);

    private static double BackOff(Dictionary<string, Following> grams, string history) =>
        grams.TryGetValue(history, out var rest) ? rest.Words.Count / (rest.Total + rest.Words.Count) : 1;

    private static string Log(double probability) => Math.Log10(probability).ToString("0.####", CultureInfo.InvariantCulture);

    private static void Count(Dictionary<string, Following> grams, string history, string word, double weight)
    {
        if (!grams.TryGetValue(history, out var rest))
        {
            grams.Add(history, rest = new());
        }
        rest.Total += weight;
        Count(rest.Words, word, weight);
    }

    private static void Count(Dictionary<string, double> counts, string word, double weight) =>
        counts[word] = counts.GetValueOrDefault(word) + weight;

    /// <summary>How often each word stands behind a history.</summary>
    private sealed class Following
    {
        public Following() => Words = new(StringComparer.Ordinal);

        public Following(Following other) => (Words, Total) = (new(other.Words, StringComparer.Ordinal), other.Total);

        public Dictionary<string, double> Words { get; }

        public double Total { get; set; }
    }
}
