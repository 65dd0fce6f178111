namespace RealtimeTraining.Models.Training;

/// <summary>What <c>./dev train</c> and <c>./dev evaluate</c> were asked.</summary>
internal sealed record TrainArguments(string Word, IReadOnlyList<string> Names, string? Data, string? Out, bool OnlyLicensed, bool Tune, bool Figures, bool Json)
{
    public const string Help = """
        train [NAME...]      train all models, or those named; prints held-out figures, writes the weight files
          --only-licensed    leave out the data whose source states no licence (AnnoMI, EPITOME)
          --data DIR         the public sets (default: ../shared/data, or where REALTIME_DATA points)
          --out DIR          where the weight files go (default: models/Language/Weights)
          --figures          figures only, nothing is written
          --tune             compare options by cross-validation, nothing is written
        evaluate DIR         score the weights of the product on a folder laid out like ../shared/data/text
          --json             one JSON object on standard output
        """;

    public static TrainArguments? Parse(IReadOnlyList<string> given, out string wrong)
    {
        var (word, names, wanted) = (given.Count > 0 ? given[0] : "", new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        wrong = word is "train" or "evaluate" ? "" : "train or evaluate?";
        for (var i = 1; i < given.Count && wrong.Length == 0; i++)
        {
            switch (given[i])
            {
                case "--data" or "--out" when i + 1 < given.Count:
                    wanted[given[i]] = given[++i];
                    break;
                case "--only-licensed" or "--tune" or "--figures" or "--json":
                    wanted[given[i]] = "";
                    break;
                case ['-', ..]:
                    wrong = $"{word} does not know \"{given[i]}\", or it lacks a value.";
                    break;
                default:
                    names.Add(given[i]);
                    break;
            }
        }
        if (word == "evaluate" && names.Count != 1 && wrong.Length == 0)
        {
            wrong = "Name the one folder to evaluate on.";
        }
        return wrong.Length > 0 ? null : new TrainArguments(word, names, wanted.GetValueOrDefault("--data"), wanted.GetValueOrDefault("--out"),
            wanted.ContainsKey("--only-licensed"), wanted.ContainsKey("--tune"), wanted.ContainsKey("--figures"), wanted.ContainsKey("--json"));
    }
}
