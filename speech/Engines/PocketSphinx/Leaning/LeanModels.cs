using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Language.FrontDesk;

namespace RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;

/// <summary>
/// Makes the small language model for a scenario: how a front desk speaks, and the scenario's own phrases, which count
/// more. The last ones made are kept, because the same scenarios are practised again and again. Thread-safe.
/// </summary>
internal sealed class LeanModels
{
    private const int Kept = 32;
    private const int MaxPhrases = 2_000;
    private const int MaxWordsInPhrase = 40;
    private const int MaxWordChars = 40;

    // A phrase of the scenario counts as often as this many sentences of the front desk.
    private const double PhraseWeight = 8;

    // There are far more turns than sentences, and they ramble.
    private const double TurnWeight = 0.3;

    // More than what one turn alone has.
    private const double LeastWeight = 0.5;

    /// <summary>What every scenario's model goes on from.</summary>
    private static readonly Lazy<ArpaModel> FrontDesk = new(CountFrontDesk);

    private readonly Lock gate = new();
    private readonly Dictionary<string, LeanModel> made = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>The same for the same phrases, in whatever order and spelling. Cheap.</summary>
    public static string KeyOf(IReadOnlyList<string> phrases) => Key(Sentences(phrases));

    /// <summary>Some 0.1 s for phrases that are new, and more the first time.</summary>
    public LeanModel For(IReadOnlyList<string> phrases)
    {
        var sentences = Sentences(phrases);
        var key = Key(sentences);
        lock (gate)
        {
            if (made.TryGetValue(key, out var model))
            {
                return model;
            }
            model = Make(key, sentences);
            if (order.Count == Kept)
            {
                made.Remove(order.Dequeue());
            }
            order.Enqueue(key);
            made.Add(key, model);
            return model;
        }
    }

    private static List<string[]> Sentences(IReadOnlyList<string> phrases) =>
        [.. phrases.Take(MaxPhrases).Select(Words).Where(words => words.Length > 0)];

    private static string Key(IEnumerable<string[]> sentences) =>
        string.Join('\n', sentences.Select(words => string.Join(' ', words)).Order(StringComparer.Ordinal));

    private static LeanModel Make(string key, IEnumerable<string[]> phrases)
    {
        var arpa = new ArpaModel(FrontDesk.Value);
        foreach (var phrase in phrases)
        {
            arpa.Add(phrase, PhraseWeight);
        }
        return new LeanModel(key, arpa.Write(), [.. arpa.Words]);
    }

    private static ArpaModel CountFrontDesk()
    {
        var arpa = new ArpaModel();
        foreach (var sentence in FrontDeskLanguage.Sentences)
        {
            arpa.Add(sentence, 1);
        }
        foreach (var words in FrontDeskTurns.All.SelectMany(turn => SpokenText.Sentences(turn.Whole)).Select(Words))
        {
            arpa.Add(words, TurnWeight);
        }
        arpa.Prune(LeastWeight);
        return arpa;
    }

    private static string[] Words(string phrase) =>
        [.. SpokenText.Words(SpokenNumbers.Write(phrase)).Take(MaxWordsInPhrase)
            .Where(word => word.Length <= MaxWordChars && word.All(c => c is >= 'a' and <= 'z' or '\''))];
}
