using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Scenarios.Files;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>
/// All scenarios that can be played. A changed file is read again at the next look; a call that runs keeps the scenario
/// it began with, since a <see cref="Scenario"/> never changes. A file with a mistake is skipped. Thread-safe.
/// </summary>
public sealed partial class ScenarioLibrary
{
    private readonly ScenarioFolder[] _folders;
    private readonly TimeSpan _lookEvery;
    private readonly TimeProvider _time;
    private readonly ILogger<ScenarioLibrary> _logger;
    private readonly Lock _gate = new();
    private long _lookedAt;
    private Shelf _shelf = new([], []);

    public ScenarioLibrary(IOptions<ScenarioOptions> options, TimeProvider time, ILogger<ScenarioLibrary> logger)
        : this([BuiltInFolder, .. options.Value.Folder is { Length: > 0 } own ? [own] : Array.Empty<string>()],
            TimeSpan.FromSeconds(options.Value.LookEverySeconds), time, logger)
    {
    }

    /// <param name="folders">The later ones win where two hold the same id.</param>
    public ScenarioLibrary(IReadOnlyList<string> folders, TimeSpan lookEvery, TimeProvider time, ILogger<ScenarioLibrary> logger)
    {
        _folders = [.. folders.Select(folder => new ScenarioFolder(folder))];
        _lookEvery = lookEvery;
        _time = time;
        _logger = logger;
        Look();
    }

    /// <summary>The scenarios that come with the product.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "Scenarios", "Library");

    /// <summary>By difficulty, then by title.</summary>
    public IReadOnlyList<Scenario> All => Current().Scenarios;

    /// <summary>Mistakes in files, which are skipped until they are mended.</summary>
    public IReadOnlyList<ScenarioProblem> Problems => Current().Problems;

    public Scenario? Find(string id) => Current().ById.GetValueOrDefault(id);

    private Shelf Current()
    {
        lock (_gate)
        {
            if (_time.GetElapsedTime(_lookedAt) >= _lookEvery)
            {
                Look();
            }
            return _shelf;
        }
    }

    private void Look()
    {
        _lookedAt = _time.GetTimestamp();
        var changed = false;
        foreach (var folder in _folders)
        {
            changed |= folder.Look();
        }
        if (!changed)
        {
            return;
        }
        _shelf = new Shelf([.. _folders.SelectMany(folder => folder.Scenarios)], [.. _folders.SelectMany(folder => folder.Problems)]);
        LogLoaded(_shelf.Scenarios.Count, _shelf.Problems.Count);
        foreach (var problem in _shelf.Problems)
        {
            LogProblem(problem.File, problem.Line, problem.Column, problem.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scenarios} scenarios can be played; {Problems} mistakes in scenario files")]
    private partial void LogLoaded(int scenarios, int problems);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File}({Line},{Column}): {Reason}")]
    private partial void LogProblem(string file, int line, int column, string reason);

    private sealed class Shelf
    {
        public Shelf(IReadOnlyList<Scenario> read, IReadOnlyList<ScenarioProblem> problems)
        {
            foreach (var scenario in read)
            {
                ById[scenario.Id] = scenario;
            }
            Scenarios = [.. ById.Values.OrderBy(scenario => scenario.Difficulty).ThenBy(scenario => scenario.Title, StringComparer.Ordinal)];
            Problems = problems;
        }

        public Dictionary<string, Scenario> ById { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<Scenario> Scenarios { get; }

        public IReadOnlyList<ScenarioProblem> Problems { get; }
    }
}
