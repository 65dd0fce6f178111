using System.Globalization;

namespace RealtimeTraining.Models.Training.Data;

/// <summary>Comments, each with one or more of 28 emotions.</summary>
public static class GoEmotions
{
    public const string Train = "goemotions-train.tsv", Dev = "goemotions-dev.tsv";

    public static IReadOnlyList<string> Emotions { get; } =
    [
        "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire", "disappointment",
        "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief", "joy", "love", "nervousness", "optimism",
        "pride", "realization", "relief", "remorse", "sadness", "surprise", "neutral",
    ];

    public static IReadOnlyList<string> Groups { get; } = ["positive", "negative", "ambiguous", "neutral"];

    public static IReadOnlyList<string> Ekman { get; } = ["anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral"];

    /// <summary>By emotion, the group and Ekman's basic emotion it falls under, as the set's authors have them.</summary>
    private static readonly int[] GroupOf = [0, 0, 1, 1, 0, 0, 2, 2, 0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 2, 0, 1, 1, 2, 3];
    private static readonly int[] EkmanOf = [3, 3, 0, 0, 3, 3, 5, 5, 3, 4, 0, 1, 4, 3, 2, 3, 4, 3, 3, 2, 3, 3, 5, 3, 4, 4, 5, 6];

    public static IReadOnlyList<TaskCase> Read(string file, GoEmotionsLabels labels) =>
        [.. File.ReadLines(file).Select(line => line.Split('\t')).Where(fields => fields.Length == 3).Select(fields =>
        {
            var targets = new float[labels switch { GoEmotionsLabels.Groups => 4, GoEmotionsLabels.Ekman => 7, _ => 28 }];
            foreach (var emotion in fields[1].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)))
            {
                targets[labels switch { GoEmotionsLabels.Groups => GroupOf[emotion], GoEmotionsLabels.Ekman => EkmanOf[emotion], _ => emotion }] = 1;
            }
            return new TaskCase(new(fields[0]), targets, fields[2]);
        })];
}

/// <summary>How finely emotions are told apart.</summary>
public enum GoEmotionsLabels { Groups, Ekman, Emotions }
