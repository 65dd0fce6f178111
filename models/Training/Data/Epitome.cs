namespace RealtimeTraining.Models.Training.Data;

/// <summary>Answers to people in distress, each with a level of 0 to 2 of one mechanism of empathy.</summary>
public static class Epitome
{
    public const string EmotionalReactions = "epitome-emotional-reactions.csv", Interpretations = "epitome-interpretations.csv", Explorations = "epitome-explorations.csv";

    public static IReadOnlyList<string> Levels { get; } = ["0", "1", "2"];

    public static IReadOnlyList<EpitomeCase> Read(string file) =>
        [.. Csv.Rows(file).Where(row => row["level"] is "0" or "1" or "2").Select(row => new EpitomeCase(
            new TaskCase(new(row["response_post"], row["seeker_post"]), OneHot(row["level"][0] - '0', 3), row["sp_id"]),
            [.. row["rationales"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]))];

    internal static float[] OneHot(int label, int labels)
    {
        var targets = new float[labels];
        targets[label] = 1;
        return targets;
    }
}

/// <summary>An answer and the parts of it that its level rests on.</summary>
public sealed record EpitomeCase(TaskCase Case, IReadOnlyList<string> Rationales);
