using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>The figures of the calls in the browser.</summary>
public static class BrowserResults
{
    public static IEnumerable<BenchResult> Of(IReadOnlyList<ObservedCall> calls)
    {
        var readings = calls.Select(call => (Call: call, Reading: new CallReading(call))).ToList();
        var lines = readings.SelectMany(pair => pair.Reading.Lines).ToList();
        var cues = readings.Select(pair => new CueReading(pair.Call, pair.Reading)).ToList();
        var words = readings.Select(pair => pair.Reading.WordErrors).Aggregate(WordErrors.None, (sum, errors) => sum + errors);
        return
        [
            BenchResult.Spread("voice_to_voice_ms", "ms", [.. lines.Select(line => line.ReplyMs).OfType<double>()], ("calls", 1), ("at", "browser")),
            .. Stages.Results([.. calls.SelectMany(call => call.Events.OfType<TurnTimed>())]),
            .. Stages.OfTheP95(lines),
            BenchResult.Spread("server_ends_later_ms", "ms", [.. lines.Select(line => line.ServerEndsLaterMs).OfType<double>()]),
            BenchResult.Spread("barge_in_to_silence_ms", "ms", [.. lines.Select(line => line.SilencedMs).OfType<double>()]),
            BenchResult.Spread("cue_latency_ms", "ms", [.. cues.SelectMany(cue => cue.DelaysMs)]),
            BenchResult.Single("cues_kept_back", "cues", cues.Sum(cue => cue.KeptBack)),
            BenchResult.Single("word_error_rate", "share", words.Rate, words.Spoken),
            BenchResult.Single("false_cut_offs", "turns", lines.Count(line => line.FalselyCutOff), lines.Count),
            BenchResult.Single("unanswered", "turns", lines.Count(line => line is { ReplyMs: null, FalselyCutOff: false }), lines.Count),
            BenchResult.Single("unsaid", "turns", readings.Sum(pair => pair.Reading.Unsaid), calls.Sum(call => call.Script.Lines.Count)),
        ];
    }
}
