using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Listening;

namespace RealtimeTraining.Benchmarks.Listening;

/// <summary>
/// The forty lines of the measured trainee, through the server's listening stage on a clock that moves with the sound:
/// how long it waits at their ends, and how often it takes a hesitation for one. docs/benchmarks.md says what is counted.
/// </summary>
public sealed class ListeningBench : IBench
{
    private static readonly string[] Voices = ["slt", "rms"];
    private static readonly int[] FixedMs = [300, 400, 500, 700, 1_000, 1_400];
    private static readonly double[] Costs = [1_000, 2_000, 2_500, 4_000, 6_000, 20_000];
    private bool _showsAll;
    private string _words = "both";
    private bool _tunes;

    public string Name => "listening";

    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason : PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } ears ? ears.Reason : null;

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--show"] = which => _showsAll = which == "all",
        ["--words"] = which => _words = which,
        ["--lines"] = which => _tunes = which == "tuning",
    };

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var calls = new List<(IReadOnlyList<string> Phrases, IReadOnlyList<RehearsedLine> Lines)>();
        var library = new ScenarioLibrary([ScenarioLibrary.BuiltInFolder], TimeSpan.FromDays(1), TimeProvider.System, NullLogger<ScenarioLibrary>.Instance);
        foreach (var voice in quick ? Voices.Take(1) : Voices)
        {
            foreach (var (scenarioId, texts) in _tunes ? Tuning() : TraineeLines.WithPauses)
            {
                var lines = new List<RehearsedLine>();
                foreach (var text in texts)
                {
                    lines.Add(await RehearsedLine.SayAsync(text, voice));
                }
                calls.Add((ScenarioWords.Of(library.All.First(scenario => scenario.Id == scenarioId)), lines));
            }
        }
        var results = new List<BenchResult>();
        var ours = new TurnEndDetector(new TurnEndOptions(), TurnEndModel.Shared, SilenceModel.Shared);
        foreach (var (name, detector) in Policies(ours).Where(_ => _words != "recognised"))
        {
            var turns = new List<RehearsedTurn>();
            foreach (var (_, lines) in calls)
            {
                cancellationToken.ThrowIfCancellationRequested();
                turns.AddRange(await Rehearsal.HearAsync(lines, detector));
            }
            Show(name, turns, tell);
            results.AddRange(Figures(turns, name, "known"));
        }
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions());
        foreach (var (name, detector) in Policies(ours).Where(policy => _words != "known" && (policy.Name is "ours" or "fixed_0.5")).Take(quick ? 1 : 2))
        {
            tell($"{name}, words by PocketSphinx.");
            var turns = new List<RehearsedTurn>();
            foreach (var (phrases, lines) in calls)
            {
                cancellationToken.ThrowIfCancellationRequested();
                turns.AddRange(await Rehearsal.HearAsync(lines, detector, new InStep(await recognizer.OpenAsync(new RecognitionContext(phrases), cancellationToken))));
            }
            Show(name, turns, tell);
            results.AddRange(Figures(turns, name, "recognised"));
        }
        return new BenchReport(Name, new Dictionary<string, string> { ["recogniser"] = "pocketsphinx", ["voice"] = "flite", ["lines"] = _tunes ? "tuning" : "trainee" }, results);
    }

    /// <summary>What the recogniser leans towards hardly matters to lines that belong to no scenario.</summary>
    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Tuning() =>
        TuningLines.WithPauses.Select((lines, i) => KeyValuePair.Create(TraineeLines.WithPauses.Keys.ElementAt(i % TraineeLines.WithPauses.Count), lines));

    private void Show(string policy, List<RehearsedTurn> turns, Action<string> tell)
    {
        foreach (var turn in turns.Where(turn => policy == "ours" && (_showsAll || turn.IsCutInto || turn.WaitMs > 900)))
        {
            tell("  " + Describe(turn));
        }
    }

    private static IEnumerable<(string Name, ITurnDetector Detector)> Policies(ITurnDetector ours)
    {
        yield return ("ours", ours);
        foreach (var cost in Costs)
        {
            yield return (FormattableString.Invariant($"ours_at_cost_{cost:0}"), new TurnEndDetector(new TurnEndOptions { CutOffCostMs = cost }, TurnEndModel.Shared, SilenceModel.Shared));
        }
        foreach (var ms in FixedMs)
        {
            yield return (FormattableString.Invariant($"fixed_{ms / 1000.0:0.0#}"), new FixedDelayTurnDetector(new FixedDelayOptions { SilenceMs = ms }));
        }
    }

    private static IEnumerable<BenchResult> Figures(List<RehearsedTurn> turns, string policy, string words)
    {
        (string, object)[] labels = [("policy", policy), ("words", words)];
        yield return BenchResult.Single("false_cut_offs", "turns", turns.Count(turn => turn.IsCutInto), turns.Count, labels);
        yield return BenchResult.Spread("wait_ms", "ms", [.. turns.Select(turn => turn.WaitMs).OfType<int>().Select(ms => (double)ms)], labels);
        if (policy == "ours")
        {
            yield return BenchResult.Spread("ready_ms", "ms", [.. turns.Select(turn => turn.ReadyMs).OfType<int>().Select(ms => (double)ms)], labels);
        }
    }

    private static string Describe(RehearsedTurn turn)
    {
        var cut = turn.IsCutInto ? $"cut into at {string.Join("; ", turn.CutInto)}; " : "";
        return $"{cut}over after {turn.WaitMs} ms, written after {turn.ReadyMs} ms ({turn.Reason}): {turn.Heard}";
    }
}
