using System.Globalization;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// Practice calls by voice: first one after another in a real browser with a file as the microphone, then several at
/// once over the hub. docs/benchmarks.md says what each figure means.
/// </summary>
public sealed class CallBench : IBench
{
    private string? _only;
    private int? _scenarios;

    public string Name => "call";

    public string? WhyNot => Chromium.WhyNot ?? (FliteEngine.Probe() is { Available: false } voice ? voice.Reason : null);

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--only"] = part => _only = part is "browser" or "hub" ? part : throw new ArgumentException($"--only takes browser or hub, not \"{part}\"."),
        ["--scenarios"] = count => _scenarios = int.Parse(count, CultureInfo.InvariantCulture),
    };

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        using var folder = new TestFolder();
        var scripts = new List<CallScript>();
        foreach (var scenarioId in TraineeLines.ByScenario.Keys.Take(_scenarios ?? (quick ? 2 : int.MaxValue)))
        {
            scripts.Add(await CallScript.WriteAsync(scenarioId, folder.Path));
        }
        var (engines, browser) = _only == "hub" ? (new Dictionary<string, string>(), []) : await CallInBrowserAsync(scripts, tell, cancellationToken);
        var load = _only == "browser" ? [] : await new LoadBench(scripts, tell).RunAsync(quick ? [1, 5] : [1, 5, 10], cancellationToken);
        return new BenchReport(Name, engines, [.. browser, .. load]);
    }

    private static async Task<(IReadOnlyDictionary<string, string> Engines, IReadOnlyList<BenchResult> Results)> CallInBrowserAsync(
        List<CallScript> scripts, Action<string> tell, CancellationToken cancellationToken)
    {
        tell("Starting a server for calls in the browser.");
        using var server = await MeasuredServer.StartAsync(scripts[0], cancellationToken);
        var calls = new List<ObservedCall>();
        foreach (var script in scripts)
        {
            tell($"Calling {script.ScenarioId} in Chromium, {script.LengthMs / 1000} s ({calls.Count + 1} of {scripts.Count}).");
            var call = await BrowserCall.MakeAsync(server.Address, script, cancellationToken);
            calls.Add(call);
            var reading = new CallReading(call);
            foreach (var line in reading.Lines.Select(line => line.Describe()).Concat(new CueReading(call, reading).Describe()))
            {
                tell("  " + line);
            }
            if (reading.Unsaid > 0)
            {
                tell($"  over {reading.Unsaid} lines early: {call.Events.OfType<CallEnded>().First().Text}");
            }
        }
        List<BenchResult> results = [.. BrowserResults.Of(calls)];
        if (server.FirstTurnMs is { } firstTurnMs)
        {
            results.Add(BenchResult.Single("first_turn_ms", "ms", firstTurnMs));
        }
        return (await server.EnginesAsync(calls.SelectMany(call => call.Events)), results);
    }
}
