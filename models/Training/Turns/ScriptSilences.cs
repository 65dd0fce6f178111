using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Language.FrontDesk;

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
public static class ScriptSilences
{
    public const int Over = 0, BetweenSentences = 1, InSentence = 2;

    /// <summary>How often people stop inside a sentence of a turn.</summary>
    private const double HesitationShare = 0.5;

    /// <summary>So many of the places have a word in ten misheard.</summary>
    private const double MisheardShare = 0.4;

    /// <summary>People who talk count more than people who type.</summary>
    private const float TalkCounts = 3;

    /// <summary>How often something was said before a turn of the front desk, and before that.</summary>
    private const double SpokeBeforeShare = 0.25;

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

    /// <summary>The same of turns of the front desk: who wrote them says where their speakers stop inside a sentence.</summary>
    public static IReadOnlyList<ScriptSilence> OfFrontDesk(IReadOnlyList<FrontDeskTurn> turns, float counts, long seed = 23)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var (silences, random) = (new List<ScriptSilence>(), new SeededRandom(seed));
        var vocabulary = turns.SelectMany(turn => SpokenText.Words(turn.Whole)).ToArray();
        for (var t = 0; t < turns.Count; t++)
        {
            foreach (var (words, kind) in Stops(turns[t].Text, SaidBefore(turns, random)))
            {
                silences.Add(Silence(t, words, kind, turns[t].CallerSaid, leads: true, counts, vocabulary, random));
            }
        }
        return silences;
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
                    silences.Add(Silence(c, words, kind, i > 0 ? calls[c][i - 1].Text : "", calls[c][i].Agent, counts, vocabulary, random));
                }
            }
        }
        return silences;
    }

    private static ScriptSilence Silence(int call, string words, int kind, string otherSaid, bool leads, float counts, string[] vocabulary, SeededRandom random)
    {
        var heard = random.NextDouble() < MisheardShare ? MisheardWords.Misheard(words, vocabulary, random) : words;
        var turn = new TurnSoFar(heard, heard.Count(letter => letter == ' ') * Scripts.MsPerWord) { OtherSaid = otherSaid, Leads = leads };
        return new ScriptSilence(call, turn, kind, counts);
    }

    /// <summary>
    /// What else the speaker said in the same breath, if anything: other turns. These are of much the same length, and how long somebody
    /// has spoken must not tell that they are done.
    /// </summary>
    private static List<string> SaidBefore(IReadOnlyList<FrontDeskTurn> turns, SeededRandom random)
    {
        var words = new List<string>();
        while (random.NextDouble() < SpokeBeforeShare)
        {
            words.AddRange(SpokenText.Words(turns[random.Next(turns.Count)].Whole));
        }
        return words;
    }

    /// <summary>Where somebody stops who is written down with stops.</summary>
    private static IEnumerable<(string Words, int Kind)> Stops(string text, List<string> said)
    {
        var sentences = SpokenText.Sentences(text);
        for (var s = 0; s < sentences.Length; s++)
        {
            var parts = sentences[s].Split(FrontDeskTurns.Stop);
            for (var p = 0; p < parts.Length; p++)
            {
                said.AddRange(SpokenText.Words(parts[p]));
                yield return (string.Join(' ', said), p + 1 < parts.Length ? InSentence : s + 1 < sentences.Length ? BetweenSentences : Over);
            }
        }
    }

    private static IEnumerable<(string Words, int Kind)> Places(string text, SeededRandom random)
    {
        var sentences = SpokenText.Sentences(text).Select(SpokenText.Words).Where(words => words.Length > 0).ToList();
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
}
