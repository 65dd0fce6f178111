using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>Mistakes as a recogniser makes them: small words lost or put in, words taken for others that sound alike. Seeded.</summary>
public static class WordErrors
{
    private static readonly Dictionary<string, string[]> SoundsLike = new(StringComparer.Ordinal)
    {
        ["your"] = ["you're", "you", "or"], ["you're"] = ["your", "you"], ["birth"] = ["berth", "first", "earth"], ["date"] = ["day", "data", "did"], ["what's"] = ["what", "once", "was"],
        ["can"] = ["and", "then", "kin"], ["could"] = ["good", "would"], ["have"] = ["of", "half"], ["name"] = ["made", "nay", "mean"], ["phone"] = ["fun", "foam", "on"], ["number"] = ["numb or", "lumber", "under"],
        ["insurance"] = ["assurance", "insure in", "ensure"], ["doctor"] = ["dr", "docked", "darker"], ["appointment"] = ["a point", "appointed", "pointment"], ["pain"] = ["pay", "paint", "pane"],
        ["bill"] = ["will", "bell", "build"], ["pharmacy"] = ["farm a see", "farms he"], ["medication"] = ["meditation", "medications"], ["allergic"] = ["a large", "allergy"], ["sorry"] = ["story", "sari"],
        ["hear"] = ["here", "her"], ["i'm"] = ["um", "i am"], ["for"] = ["four", "or"], ["to"] = ["two", "the"], ["the"] = ["a", "of"], ["is"] = ["his", "as"], ["are"] = ["or", "our"], ["that"] = ["the", "at"],
        ["when"] = ["one", "win"], ["address"] = ["a dress", "dress"], ["email"] = ["he male", "mail"], ["card"] = ["car", "guard"], ["start"] = ["star", "started"], ["referral"] = ["referred", "her feral"],
        ["breath"] = ["bread", "breathe"], ["chest"] = ["just", "chess"], ["understand"] = ["under stand", "understands"], ["worried"] = ["word", "worry"], ["tomorrow"] = ["to morrow", "tomorrows"],
        ["payment"] = ["pavement", "pay mint"], ["history"] = ["his story", "mystery"], ["else"] = ["elf", "us"], ["anything"] = ["any thing", "any"], ["would"] = ["wood", "what"], ["do"] = ["to", "due"],
    };

    private static readonly string[] PutIn = ["the", "a", "uh", "and", "of", "in", "it", "that"];

    public static string Corrupt(string text, double rate, SeededRandom random)
    {
        var result = new List<string>();
        foreach (var word in SpokenText.Words(text))
        {
            if (random.NextDouble() >= rate)
            {
                result.Add(word);
                continue;
            }
            var kind = random.Next(10);
            if (kind < 2)
            {
                continue;
            }
            if (kind < 4)
            {
                result.Add(PutIn[random.Next(PutIn.Length)]);
                result.Add(word);
            }
            else
            {
                result.Add(SoundsLike.TryGetValue(word, out var alike) ? alike[random.Next(alike.Length)] : Misheard(word, random));
            }
        }
        return string.Join(' ', result);
    }

    private static string Misheard(string word, SeededRandom random) => word.Length switch
    {
        <= 2 => PutIn[random.Next(PutIn.Length)],
        <= 4 => random.Next(2) == 0 ? word[..^1] : "b" + word[1..],
        _ => random.Next(2) == 0 ? word[..^2] : word[..(word.Length / 2)] + word[(word.Length / 2 + 1)..],
    };
}
