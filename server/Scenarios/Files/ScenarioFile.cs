using System.Text;

namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>Reads one scenario file. A file with any mistake gives no scenario, only its mistakes, all of them.</summary>
public static class ScenarioFile
{
    public const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ScenarioReading Read(string path)
    {
        var name = Path.GetFileName(path);
        var mistakes = new MistakeList(name);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > MaxBytes)
            {
                mistakes.Add(Place.Start, $"The file has {stream.Length / 1024} kB; {MaxBytes / 1024} kB are the most. Split the scenario in two.");
                return new ScenarioReading(null, mistakes.Problems);
            }
            using var reader = new StreamReader(stream, Utf8);
            return Parse(name, reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add(Place.Start, "The file is not UTF-8. Save it with the encoding UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            mistakes.Add(Place.Start, $"The file cannot be read: {e.Message}");
        }
        return new ScenarioReading(null, mistakes.Problems);
    }

    /// <param name="fileName">With its ending; the scenario's id must be the same without it.</param>
    public static ScenarioReading Parse(string fileName, string text)
    {
        var mistakes = new MistakeList(fileName);
        if (YamlTree.Read(text, mistakes) is not { } root)
        {
            return new ScenarioReading(null, mistakes.Problems);
        }
        if (root is not YamlMap)
        {
            mistakes.Add(root.Place, "A scenario begins with fields such as 'id:' and 'title:'. See docs/scenarios.md.");
            return new ScenarioReading(null, mistakes.Problems);
        }
        var binder = new Binder(mistakes);
        var scenario = binder.Bind<Scenario>(root);
        new ScenarioValidator(scenario, binder, mistakes).Validate(Path.GetFileNameWithoutExtension(fileName));
        return new ScenarioReading(mistakes.Any ? null : scenario, mistakes.Problems);
    }

    /// <summary>The same rules for a scenario that was not read from a file.</summary>
    public static IReadOnlyList<ScenarioProblem> Check(Scenario scenario)
    {
        var mistakes = new MistakeList(scenario.Id);
        new ScenarioValidator(scenario, new Binder(mistakes), mistakes).Validate(scenario.Id);
        return mistakes.Problems;
    }
}

/// <param name="Scenario">Null where the file has a mistake.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<ScenarioProblem> Problems);
