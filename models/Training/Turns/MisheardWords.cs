using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>
/// Words as a recogniser gets them wrong: of every ten words one is left out, put in, or exchanged for another of the same
/// conversations. The same points and seed give the same errors.
/// </summary>
public static class MisheardWords
{
    public const double Share = 0.1;

    public static IReadOnlyList<TurnPoint> Of(IReadOnlyList<TurnPoint> points, long seed = 7)
    {
        ArgumentNullException.ThrowIfNull(points);
        var vocabulary = points.SelectMany(point => point.Turn.Words.Split(' ')).ToArray();
        var random = new SeededRandom(seed);
        return [.. points.Select(point => point with { Turn = point.Turn with { Words = Misheard(point.Turn.Words, vocabulary, random) } })];
    }

    internal static string Misheard(string words, string[] vocabulary, SeededRandom random)
    {
        var heard = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (random.NextDouble() >= Share)
            {
                heard.Add(word);
                continue;
            }
            var kind = random.Next(3);
            if (kind == 0)
            {
                heard.Add(word);
            }
            if (kind < 2)
            {
                heard.Add(vocabulary[random.Next(vocabulary.Length)]);
            }
        }
        return string.Join(' ', heard);
    }
}
