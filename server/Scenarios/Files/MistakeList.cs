namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>Collects what is wrong with one file. Past the limit the rest is only counted.</summary>
public sealed class MistakeList(string file)
{
    public const int Most = 100;

    private readonly List<ScenarioProblem> _problems = [];
    private readonly HashSet<ScenarioProblem> _seen = [];

    public bool Any => _problems.Count > 0;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ScenarioProblem> Problems =>
        [.. _problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).Take(Most)];

    public void Add(Place place, string reason)
    {
        var problem = new ScenarioProblem(file, place.Line, place.Column, reason);
        if (_seen.Add(problem))
        {
            _problems.Add(problem);
        }
    }
}
