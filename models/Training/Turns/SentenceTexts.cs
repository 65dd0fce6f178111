using RealtimeTraining.Models.Training.Data;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>Texts that show how sentences end: requests to other people, and comments.</summary>
public static class SentenceTexts
{
    /// <summary>As the sources of all of them state it.</summary>
    public const string Licence = "Apache-2.0";

    private static readonly string[] Names = [Politeness.Wikipedia, Politeness.StackExchange, GoEmotions.Train];

    /// <summary>Those of them that the folder has.</summary>
    public static IReadOnlyList<string> Files(string folder) => [.. Names.Select(name => Path.Combine(folder, name)).Where(File.Exists)];

    public static IEnumerable<string> Read(string file) =>
        (Path.GetFileName(file) == GoEmotions.Train ? GoEmotions.Read(file, GoEmotionsLabels.Groups) : Politeness.Read(file)).Select(text => text.Input.Text);
}
