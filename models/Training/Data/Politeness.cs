using System.Globalization;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>Requests rated by five people each; the target is their normalised mean.</summary>
public static class Politeness
{
    public const string Wikipedia = "politeness-wikipedia.csv", StackExchange = "politeness-stack-exchange.csv";

    public static IReadOnlyList<TaskCase> Read(string file) =>
        [.. Csv.Rows(file).Select(row => new TaskCase(new(row["Request"]), [float.Parse(row["Normalized Score"], CultureInfo.InvariantCulture)],
            string.Join(' ', row["Request"].Split(' ').Take(12))))];
}
