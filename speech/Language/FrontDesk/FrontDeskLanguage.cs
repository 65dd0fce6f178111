namespace RealtimeTraining.Speech.Language.FrontDesk;

/// <summary>
/// The sentences of sentences.txt with their slots filled: what every call leans towards. The general model that
/// PocketSphinx comes with was made from news and lectures, and knows few dates, numbers and drugs.
/// </summary>
internal static class FrontDeskLanguage
{
    private const int Fillings = 24;

    /// <summary>In one sentence of so many somebody looks for a word: without it in the language, "um" is heard as "time" or "month".</summary>
    private const uint HesitatesOneIn = 4;

    private static readonly string[] Hesitations = ["um", "um", "uh"];

    private static readonly Lazy<IReadOnlyList<string[]>> Filled = new(() => Fill(Fillings, hesitates: true));

    private static readonly Dictionary<string, string[]> Kinds = new(StringComparer.Ordinal)
    {
        ["first"] = Split("james mary john patricia robert jennifer michael linda david elizabeth william barbara richard "
            + "susan joseph jessica thomas sarah maria karen daniel lisa anna sandra emily michelle carol amanda kevin laura"),
        ["last"] = Split("smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez wilson "
            + "anderson thomas taylor moore jackson martin lee thompson white harris clark lewis robinson walker young allen "
            + "king wright scott hill green adams baker nelson carter mitchell roberts turner phillips campbell parker "
            + "evans edwards collins chen wang kim patel nguyen shah khan singh park cohen"),
        ["month"] = Split("january february march april may june july august september october november december"),
        ["day"] = Split("monday tuesday wednesday thursday friday saturday tomorrow today"),
        ["digit"] = Split("one two three four five six seven eight nine zero oh"),
        ["tens"] = Split("thirty forty fifty sixty seventy eighty ninety"),
        ["letter"] = Split("a b c d e f g h i j k l m n o p q r s t u v w x y z"),
        ["ordinal"] = [.. Enumerable.Range(1, 31).Select(NumberWords.Ordinal)],
        ["year"] = [.. Enumerable.Range(1936, 88).Select(NumberWords.Year)],
        ["number"] = [.. new[] { 5, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 100, 250, 500 }.Select(NumberWords.Cardinal), "two", "three"],
        ["money"] = [.. new[] { 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 85, 90, 100, 120, 150, 180, 200, 250, 300, 450, 500, 1_200 }
            .Select(dollars => $"{NumberWords.Cardinal(dollars)} dollars")],
        ["time"] = [.. Enumerable.Range(1, 12).SelectMany(hour => new[] { "", " fifteen", " thirty", " forty five", " o'clock" }
            .Select(minutes => NumberWords.Cardinal(hour) + minutes)), "noon"],
        ["symptom"] = Split("fever cough headache rash pain nausea vomiting dizziness bleeding swelling numbness chills fatigue "
            + "wheezing congestion diarrhea fainting weakness tingling"),
        ["insurer"] = ["aetna", "cigna", "humana", "medicare", "medicaid", "united healthcare", "blue cross blue shield",
            "blue cross", "kaiser", "tricare", "anthem"],
        ["drug"] = Split("metformin lisinopril atorvastatin amlodipine metoprolol omeprazole losartan gabapentin albuterol "
            + "sertraline amoxicillin ibuprofen insulin prednisone levothyroxine hydrochlorothiazide simvastatin warfarin "
            + "azithromycin fluoxetine tramadol furosemide trazodone penicillin aspirin tylenol"),
    };

    public static IReadOnlyList<string[]> Sentences => Filled.Value;

    /// <summary>The same without hesitations, each once.</summary>
    /// <param name="fillings">Where a sentence has slots, it is filled so often.</param>
    public static IReadOnlyList<string> Whole(int fillings) => [.. Fill(fillings, hesitates: false).Select(words => string.Join(' ', words)).Distinct(StringComparer.Ordinal)];

    private static List<string[]> Fill(int most, bool hesitates)
    {
        using var stream = typeof(FrontDeskLanguage).Assembly.GetManifestResourceStream("FrontDesk/sentences.txt")
            ?? throw new InvalidOperationException("sentences.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        var sentences = new List<string[]>();
        // Always the same draw, so that the model is the same on every machine.
        var draw = 1u;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            var template = Split(line);
            var fillings = line.Contains('{', StringComparison.Ordinal) ? most : Math.Max(1, most / 6);
            for (var i = 0; i < fillings; i++)
            {
                var sentence = new List<string>();
                foreach (var word in template)
                {
                    sentence.AddRange(word[0] == '{' ? Draw(word[1..^1], ref draw) : [word]);
                }
                if (hesitates && Draw(ref draw, HesitatesOneIn) == 0)
                {
                    sentence.Insert((int)Draw(ref draw, (uint)sentence.Count) + 1, Hesitations[Draw(ref draw, (uint)Hesitations.Length)]);
                }
                sentences.Add([.. sentence]);
            }
        }
        return sentences;
    }

    /// <summary>A linear congruential generator (Numerical Recipes), its upper bits.</summary>
    private static string[] Draw(string kind, ref uint state)
    {
        var members = Kinds[kind];
        return Split(members[Draw(ref state, (uint)members.Length)]);
    }

    private static uint Draw(ref uint state, uint below)
    {
        state = state * 1_664_525 + 1_013_904_223;
        return (state >> 8) % below;
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
