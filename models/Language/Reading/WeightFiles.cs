using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>The weight files that are in the assembly, but for those of turns, which <see cref="TurnEndModel"/> and <see cref="SilenceModel"/> read.</summary>
internal static class WeightFiles
{
    private const string Ending = ".rtlm";
    private static readonly string[] OfTurns = [TurnEndModel.FileName, SilenceModel.FileName, VoiceEndModel.FileName];

    /// <summary>The file, by its name, is the weights of a model that reads utterances.</summary>
    public static bool IsOfUtterances(string path) => path.EndsWith(Ending, StringComparison.Ordinal) && !OfTurns.Contains(Path.GetFileName(path));

    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static IReadOnlyDictionary<string, LinearModel> Load()
    {
        var assembly = typeof(WeightFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(IsOfUtterances).ToDictionary(name => name[..^Ending.Length], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return LinearModelFile.Read(bytes);
        }, StringComparer.Ordinal);
    }
}
