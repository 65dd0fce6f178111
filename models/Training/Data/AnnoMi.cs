using System.Globalization;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>Counselling conversations; what an utterance does by the majority of those who annotated it.</summary>
public static class AnnoMi
{
    public const string File = "annomi.csv";

    public static IReadOnlyList<string> Behaviours { get; } = ["question", "reflection", "therapist_input", "other"];

    public static IReadOnlyList<AnnoMiCall> Read(string file) =>
        [.. Csv.Rows(file).GroupBy(row => row["transcript_id"], StringComparer.Ordinal).Select(rows => new AnnoMiCall(
            rows.Key, rows.First()["video_url"], rows.First()["mi_quality"] == "high", Utterances(rows)))];

    private static List<AnnoMiUtterance> Utterances(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        List<AnnoMiUtterance> utterances = [];
        var (client, therapist) = ("", "");
        foreach (var said in rows.GroupBy(row => int.Parse(row["utterance_id"], CultureInfo.InvariantCulture)).OrderBy(said => said.Key).Select(said => said.ToList()))
        {
            var text = said[0]["utterance_text"];
            if (said[0]["interlocutor"] != "therapist")
            {
                client = text;
                continue;
            }
            utterances.Add(new AnnoMiUtterance(new(text, client, therapist),
                Majority(said.Select(row => row["main_therapist_behaviour"])),
                Majority(said.Select(row => row["question_exists"])) == "True",
                Majority(said.Select(row => row["question_subtype"]).Where(kind => kind is "open" or "closed")),
                Majority(said.Select(row => row["reflection_exists"])) == "True",
                Majority(said.Select(row => row["reflection_subtype"]).Where(kind => kind is "simple" or "complex"))));
            therapist = text;
        }
        return utterances;
    }

    /// <summary>The value most gave; of two alike the one given first.</summary>
    private static string Majority(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).OrderByDescending(given => given.Count()).FirstOrDefault()?.Key ?? "";
}

/// <param name="Utterances">The therapist's.</param>
public sealed record AnnoMiCall(string Id, string Video, bool High, IReadOnlyList<AnnoMiUtterance> Utterances);

/// <param name="QuestionKind">"open", "closed", or empty where nobody heard a question.</param>
/// <param name="ReflectionKind">"simple", "complex", or empty.</param>
public sealed record AnnoMiUtterance(Models.Language.Reading.UtteranceInput Input, string Behaviour, bool Question, string QuestionKind, bool Reflection, string ReflectionKind);
