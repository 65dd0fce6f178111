using System.Globalization;
using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Fairness;

/// <summary>
/// The same lines in each voice and at three speeds, over the phone to the real server: its recogniser writes what it hears,
/// its patient answers that, its scorecard judges it. What then tells two calls apart is the voice, and should not be.
/// </summary>
public sealed class FairnessBench : IBench
{
    /// <summary>More would make the answers wait for each other, and a late answer is another call.</summary>
    private const int AtOnce = 3;

    private static readonly double[] Rates = [0.8, 1, 1.25];

    private int _scenarios = 3;

    public string Name => "fairness";

    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason : null;

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--scenarios"] = count => _scenarios = int.Parse(count, CultureInfo.InvariantCulture),
    };

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        using var folder = new TestFolder();
        await using var flite = new FliteSynthesizer();
        var manners = (from voice in flite.Voices from rate in quick ? [1] : Rates select new Manner(voice.Id, rate)).ToList();
        var calls = new List<(CallScript Script, Manner Manner)>();
        foreach (var scenarioId in TraineeLines.ByScenario.Keys.Take(quick ? 1 : _scenarios))
        {
            foreach (var manner in manners)
            {
                calls.Add((await CallScript.WriteAsync(scenarioId, folder.Path, manner.Voice, manner.Rate), manner));
            }
        }
        tell($"Starting a server for {calls.Count} calls, {AtOnce} at once.");
        using var server = await MeasuredServer.StartAsync(calls[0].Script, cancellationToken);
        var people = await PracticePeople.InviteAsync(server.Address, "fair", calls.Count);
        var judged = new JudgedCall[calls.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, calls.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (number, token) =>
        {
            var (script, manner) = calls[number];
            judged[number] = await JudgedCall.MakeAsync(people[number], script, manner, token);
            tell(judged[number].Describe());
        });
        var engines = await server.EnginesAsync(judged.SelectMany(call => call.Events));
        foreach (var person in people)
        {
            person.Dispose();
        }
        return new BenchReport(Name, engines, [.. Results(judged)]);
    }

    private static IEnumerable<BenchResult> Results(IReadOnlyList<JudgedCall> calls)
    {
        foreach (var manner in calls.GroupBy(call => call.Manner))
        {
            (string, object)[] labels = [("voice", manner.Key.Voice), ("rate", manner.Key.Rate)];
            yield return BenchResult.Single("word_error_rate", "share", manner.Aggregate(WordErrors.None, (sum, call) => sum + call.Words).Rate, manner.Count(), labels);
            yield return BenchResult.Single("overall_score", "points", manner.Average(call => call.Overall ?? 0), manner.Count(), labels);
        }
        foreach (var scenario in calls.GroupBy(call => call.ScenarioId))
        {
            foreach (var category in Enum.GetValues<ScoringCategory>())
            {
                var scores = scenario.Select(call => call.Scores.GetValueOrDefault(category)).OfType<int>().ToList();
                // The aim is at most 3 outside timing.
                yield return BenchResult.Single("score_range", "points", scores.Count == 0 ? 0 : scores.Max() - scores.Min(), scores.Count, ("scenario", scenario.Key), ("category", category));
            }
        }
    }
}
