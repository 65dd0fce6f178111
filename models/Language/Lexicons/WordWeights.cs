using System.Collections.Frozen;

namespace RealtimeTraining.Models.Language.Lexicons;

/// <summary>
/// How much a word says, by how common it is in conversation: four tiers in place of a table of frequencies. A word that is
/// not listed is a content word.
/// </summary>
internal static class WordWeights
{
    private static readonly FrozenDictionary<string, double> Weights = All().ToFrozenDictionary();

    public static double Of(string word) => Weights.TryGetValue(word, out var weight) ? weight : 1;

    private static IEnumerable<KeyValuePair<string, double>> All() =>
    [
        .. Tier(0.15, "a an the of to and or so as then well oh"),
        .. Tier(0.25, "i you we me us it he she they him them my your our his her their its is are am was were be been being in on at "
            + "for with by from that this these those there here do does did have has had will would can could may might shall "
            + "should just now if but up out too very really okay ok alright ma'am sir also which into about some able"),
        .. Tier(0.5, "get got let go going come want need know think see say said tell make take give good right all any anything "
            + "something one what when where why who how more much thing like please yes no yeah today give put back again must"),
        .. Tier(0.7, "not never nothing nobody none unable"),
    ];

    private static IEnumerable<KeyValuePair<string, double>> Tier(double weight, string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(w => new KeyValuePair<string, double>(w, weight)).DistinctBy(p => p.Key);
}
