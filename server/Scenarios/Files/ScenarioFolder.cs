namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>The scenario files of one folder. Only what changed since the last look is read again. Not thread-safe.</summary>
public sealed class ScenarioFolder(string folder)
{
    public const int MostFiles = 500;

    private readonly record struct Stamp(long Length, DateTime WrittenUtc);

    private Dictionary<string, (Stamp Stamp, ScenarioReading Reading)> _files = new(StringComparer.Ordinal);
    private IReadOnlyList<ScenarioProblem> _ownProblems = [];

    public IEnumerable<Scenario> Scenarios => _files.Values.Select(file => file.Reading.Scenario).OfType<Scenario>();

    public IEnumerable<ScenarioProblem> Problems =>
        [.. _ownProblems, .. _files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value.Reading.Problems)];

    /// <returns>Whether anything changed since the last look.</returns>
    public bool Look()
    {
        List<FileInfo> found;
        var problems = new List<ScenarioProblem>();
        try
        {
            var all = new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Extension is ".yaml" or ".yml").Take(MostFiles + 1).ToList();
            if (all.Count > MostFiles)
            {
                problems.Add(Of("", $"The folder '{folder}' holds more than {MostFiles} scenario files. The rest is not read."));
            }
            problems.AddRange(all.Where(file => file.Extension == ".yml").Select(file => Of(file.Name, "Scenario files end in '.yaml'. Rename the file.")));
            found = [.. all.Where(file => file.Extension == ".yaml").Take(MostFiles)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(Of("", $"The folder '{folder}' cannot be read: {e.Message} Make the folder, or change 'Scenarios:Folder' in the configuration."));
            found = [];
        }
        var files = new Dictionary<string, (Stamp, ScenarioReading)>(StringComparer.Ordinal);
        var changed = found.Count != _files.Count || !problems.SequenceEqual(_ownProblems);
        foreach (var file in found)
        {
            var stamp = new Stamp(file.Length, file.LastWriteTimeUtc);
            if (_files.TryGetValue(file.Name, out var known) && known.Stamp == stamp)
            {
                files[file.Name] = known;
                continue;
            }
            files[file.Name] = (stamp, ScenarioFile.Read(file.FullName));
            changed = true;
        }
        (_files, _ownProblems) = (files, problems);
        return changed;
    }

    private static ScenarioProblem Of(string file, string reason) => new(file, 1, 1, reason);
}
