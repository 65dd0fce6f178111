using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>A place in a written call where its speaker stops, or could have.</summary>
/// <param name="Call">Its number, or that of a text.</param>
/// <param name="Kind">As in <see cref="SilenceModel.Labels"/>.</param>
/// <param name="Counts">How much the example counts.</param>
public readonly record struct ScriptSilence(int Call, TurnSoFar Turn, int Kind, float Counts);

/// <summary>
/// Silences out of written calls: one at the end of each utterance, one behind each of its sentences but the last, and
/// in every second utterance one in the middle of a sentence.
/// </summary>
public static partial class ScriptSilences
{
    public const int Over = 0, BetweenSentences = 1, InSentence = 2;

    /// <summary>How often people stop inside a sentence of a turn.</summary>
    private const double HesitationShare = 0.5;

    /// <summary>So many of the places have a word in ten misheard.</summary>
    private const double MisheardShare = 0.4;

    /// <summary>People who talk count more than people who type.</summary>
    private const float TalkCounts = 3;

    /// <summary>A text that is longer is no turn.</summary>
    private const int MostCharacters = 600;

    /// <param name="mostCalls">So many calls are drawn.</param>
    public static IReadOnlyList<ScriptSilence> Read(IEnumerable<string> files, int mostCalls, long seed = 13)
    {
        ArgumentNullException.ThrowIfNull(files);
        var random = new SeededRandom(seed);
        var calls = files.SelectMany(Scripts.CallsOf).ToList();
        random.Shuffle(calls);
        return Of([.. calls.Take(mostCalls)], 1, random);
    }

    /// <summary>The same of what was said in conversations, by what is written down of it and without its times.</summary>
    public static IReadOnlyList<ScriptSilence> Of(IReadOnlyList<Conversation> conversations, long seed = 17)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return Of([.. conversations.Select(TurnPoint.Script)], TalkCounts, new SeededRandom(seed));
    }

    /// <summary>
    /// The same of texts that nobody answers, such as requests and comments: they show how sentences end, in far more words
    /// than calls have. One without a mark at its end says nothing.
    /// </summary>
    /// <param name="counts">How much each example counts.</param>
    public static IReadOnlyList<ScriptSilence> OfTexts(IEnumerable<string> texts, float counts = 1, long seed = 19)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var random = new SeededRandom(seed);
        return Of([.. texts.Where(IsWhole).Select(text => new List<(bool, string)> { (random.Next(2) == 0, text) })], counts, random);
    }

    private static bool IsWhole(string text) =>
        text.Length is > 0 and <= MostCharacters && !text.Contains('[', StringComparison.Ordinal) && text.AsSpan().TrimEnd() is [.., '.' or '?' or '!'];

    private static List<ScriptSilence> Of(IReadOnlyList<List<(bool Agent, string Text)>> calls, float counts, SeededRandom random)
    {
        var silences = new List<ScriptSilence>();
        var vocabulary = calls.Take(200).SelectMany(call => call).SelectMany(turn => SpokenText.Words(turn.Text)).ToArray();
        for (var c = 0; c < calls.Count; c++)
        {
            for (var i = 0; i < calls[c].Count; i++)
            {
                foreach (var (words, kind) in Places(calls[c][i].Text, random))
                {
                    var heard = random.NextDouble() < MisheardShare ? MisheardWords.Misheard(words, vocabulary, random) : words;
                    var turn = new TurnSoFar(heard, heard.Count(letter => letter == ' ') * Scripts.MsPerWord) { OtherSaid = i > 0 ? calls[c][i - 1].Text : "", Leads = calls[c][i].Agent };
                    silences.Add(new ScriptSilence(c, turn, kind, counts));
                }
            }
        }
        return silences;
    }

    private static IEnumerable<(string Words, int Kind)> Places(string text, SeededRandom random)
    {
        var sentences = SentenceEnd().Split(text).Select(SpokenText.Words).Where(words => words.Length > 0).ToList();
        var hesitant = random.NextDouble() < HesitationShare && sentences.Count > 0 ? random.Next(sentences.Count) : -1;
        var said = new List<string>();
        for (var s = 0; s < sentences.Count; s++)
        {
            if (s == hesitant && sentences[s].Length > 1)
            {
                yield return (string.Join(' ', said.Concat(sentences[s].Take(1 + random.Next(sentences[s].Length - 1)))), InSentence);
            }
            said.AddRange(sentences[s]);
            yield return (string.Join(' ', said), s + 1 < sentences.Count ? BetweenSentences : Over);
        }
    }

    /// <summary>Not behind a title or an initial.</summary>
    [GeneratedRegex(@"(?<=[.?!])(?<!\b(?:Dr|Mr|Mrs|Ms|St|[A-Z])\.)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex SentenceEnd();
}
