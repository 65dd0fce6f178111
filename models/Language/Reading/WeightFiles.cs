using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>The weight files that are in the assembly, but for those of turns, whose models read them.</summary>
internal static class WeightFiles
{
    private const string Ending = ".rtlm";
    private static readonly string[] OfTurns = [TurnEndModel.FileName, SilenceModel.FileName, VoiceEndModel.FileName];

    /// <summary>The file, by its name, is the weights of a model that reads utterances.</summary>
    public static bool IsOfUtterances(string path) => path.EndsWith(Ending, StringComparison.Ordinal) && !OfTurns.Contains(Path.GetFileName(path));

    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static IReadOnlyDictionary<string, LinearModel> Load() =>
        typeof(WeightFiles).Assembly.GetManifestResourceNames().Where(IsOfUtterances).ToDictionary(name => name[..^Ending.Length], LinearModelFile.ReadCarried, StringComparer.Ordinal);
}
