using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>The weight files that are in the assembly, but for that of turns, which <see cref="TurnEndModel"/> reads.</summary>
internal static class WeightFiles
{
    private const string Ending = ".rtlm";

    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static IReadOnlyDictionary<string, LinearModel> Load()
    {
        var assembly = typeof(WeightFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal) && name != TurnEndModel.FileName).ToDictionary(name => name[..^Ending.Length], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return LinearModelFile.Read(bytes);
        }, StringComparer.Ordinal);
    }
}
