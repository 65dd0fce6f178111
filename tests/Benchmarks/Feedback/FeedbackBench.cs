using System.Diagnostics;
using System.Text.Json;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Feedback;

/// <summary>What it costs to read an utterance and to write a debrief, and whether ten of them are one. With <c>--readers DIR</c> also how well rules, and rules with models, read public sets.</summary>
public sealed class FeedbackBench : IBench
{
    private const int Repeats = 10;

    /// <summary>After so many the runtime has compiled what it will: a server that has taken a few calls.</summary>
    private const int WarmRounds = 30;

    private string? _readers;

    public string Name => "feedback";

    public string? WhyNot => null;

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--readers"] = folder => _readers = Path.GetFullPath(folder),
    };

    public Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var library = new ScenarioLibrary([ScenarioLibrary.BuiltInFolder], TimeSpan.FromHours(1), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<ScenarioLibrary>.Instance);
        var analysis = new TrainedUtteranceAnalysis(LanguageModels.Shared);
        List<BenchResult> results = [];
        tell("Reading utterances.");
        results.AddRange(Utterances(analysis, library));
        tell("Writing the debrief of half an hour.");
        results.AddRange(Debriefs(new DebriefWriter(analysis), LongCall.Of(library.All[0], minutes: 30), quick ? 3 : Repeats));
        if (_readers is not null)
        {
            results.AddRange(ReadersMeasure.Of(new DataFolder(_readers), tell, cancellationToken));
        }
        return Task.FromResult(new BenchReport(Name, new Dictionary<string, string> { ["models"] = $"{LanguageModels.Shared.Headers.Count()}" }, results));
    }

    private static IEnumerable<BenchResult> Utterances(TrainedUtteranceAnalysis analysis, ScenarioLibrary library)
    {
        string[] said = [.. library.All.SelectMany(s => s.IdealAnswers.Select(a => a.Say).Concat(s.Script.Phases.SelectMany(p => p.KeyPhrases).Select(p => p.Phrase)))];
        yield return BenchResult.Spread("first_utterances_ms", "ms", Round(analysis, said));
        for (var round = 0; round < WarmRounds; round++)
        {
            Round(analysis, said);
        }
        yield return BenchResult.Spread("utterance_ms", "ms", Round(analysis, said));
    }

    private static List<double> Round(TrainedUtteranceAnalysis analysis, string[] said)
    {
        var times = new List<double>();
        for (var i = 1; i < said.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            analysis.ReadTrainee(Models.Language.SpokenLine.Of(SpokenText.Normalise(said[i])), new UtteranceContext("I have been waiting for two weeks and I am really worried.", said[i - 1]));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times;
    }

    private static IEnumerable<BenchResult> Debriefs(DebriefWriter writer, CallRecord call, int repeats)
    {
        var times = new List<double>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        var first = 0.0;
        for (var i = 0; i <= repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var debrief = writer.Write(call);
            var ms = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            written.Add(JsonSerializer.Serialize(debrief, Json.Options));
            if (i == 0)
            {
                first = ms;
                continue;
            }
            times.Add(ms);
        }
        yield return BenchResult.Spread("debrief_ms", "ms", times, ("minutes", 30), ("utterances", call.Events.OfType<UtteranceSpoken>().Count()));
        yield return BenchResult.Single("first_debrief_ms", "ms", first);
        yield return BenchResult.Single("different_debriefs", "debriefs", written.Count, repeats + 1);
    }
}
