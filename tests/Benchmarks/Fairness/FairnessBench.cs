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
        var calls = (from scenarioId in TraineeLines.WithPauses.Keys.Take(quick ? 1 : _scenarios) from manner in manners select (ScenarioId: scenarioId, Manner: manner)).ToList();
        tell($"Starting a server for {calls.Count} calls, {AtOnce} at once.");
        using var server = await MeasuredServer.StartAsync(await CallScript.WriteAsync(calls[0].ScenarioId, folder.Path), cancellationToken);
        var people = await PracticePeople.InviteAsync(server.Address, "fair", calls.Count);
        var judged = new JudgedCall[calls.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, calls.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (number, token) =>
        {
            judged[number] = await JudgedCall.MakeAsync(people[number], calls[number].ScenarioId, calls[number].Manner, token);
            tell(judged[number].Describe());
        });
        foreach (var scenario in judged.GroupBy(call => call.ScenarioId))
        {
            foreach (var category in Enum.GetValues<ScoringCategory>())
            {
                foreach (var difference in JudgedCall.Differences([.. scenario], category))
                {
                    tell($"  {scenario.Key}: {difference}");
                }
            }
        }
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
                var scores = scenario.Select(call => call.Score(category)).OfType<int>().ToList();
                // The aim is at most 3 outside timing.
                yield return BenchResult.Single("score_range", "points", scores.Count == 0 ? 0 : scores.Max() - scores.Min(), scores.Count, ("scenario", scenario.Key), ("category", category));
            }
        }
    }
}
