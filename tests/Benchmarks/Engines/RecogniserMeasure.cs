using System.Diagnostics;
using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>
/// A recogniser, fed at the pace of speech: how soon the words are there after the end of speech, how much of the machine
/// it takes, and how many calls it carries at once.
/// </summary>
internal static class RecogniserMeasure
{
    /// <summary>Finals later than this are felt in every turn.</summary>
    private const double LateFinalMs = 1_000;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(AudioFormat.FrameMs);

    public static async Task<List<BenchResult>> RunAsync(
        EnginePool pool, IEngine<ISpeechRecognizer> engine, IReadOnlyList<Scenario> scenarios, bool quick, CancellationToken cancellationToken)
    {
        await using var lease = pool.Rent(engine);
        var lines = await LinesAsync(scenarios, quick ? 3 : 12, cancellationToken);
        await HearAsync(lease.Port, lines[..1], cancellationToken);

        var (began, used) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
        var heard = await HearAsync(lease.Port, lines, cancellationToken);
        var cores = (Process.GetCurrentProcess().TotalProcessorTime - used) / Stopwatch.GetElapsedTime(began);
        var errors = heard.Aggregate(WordErrors.None, (sum, line) => sum + WordErrors.Between(line.Text, line.Heard));
        List<BenchResult> results =
        [
            BenchResult.Spread("final_after_speech_ms", "ms", [.. heard.Select(line => line.FinalMs)], ("engine", engine.Name)),
            BenchResult.Spread("first_word_ms", "ms", [.. heard.Where(line => line.FirstMs is not null).Select(line => line.FirstMs!.Value)], ("engine", engine.Name)),
            BenchResult.Single("real_time_factor", "", cores, heard.Count, ("engine", engine.Name)),
            BenchResult.Single("word_error_rate", "", errors.Rate, errors.Spoken, ("engine", engine.Name)),
        ];
        results.AddRange(await AtOnceAsync(lease.Port, engine.Name, lines[..Math.Min(3, lines.Count)], quick ? 2 : 8, cancellationToken));
        return results;
    }

    // Calls are added until finals come late, frames are dropped, or the engine itself says that it is full.
    private static async Task<List<BenchResult>> AtOnceAsync(ISpeechRecognizer recogniser, string name, List<Line> lines, int most, CancellationToken cancellationToken)
    {
        var carried = 0;
        var why = "not tried with more";
        for (var calls = 1; calls <= most; calls++)
        {
            try
            {
                var heard = (await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => HearAsync(recogniser, lines, cancellationToken)))).SelectMany(call => call).ToList();
                var late = Statistics.Percentile([.. heard.Select(line => line.FinalMs)], 95);
                if (late > LateFinalMs || heard.Exists(line => line.Dropped > 0))
                {
                    why = heard.Exists(line => line.Dropped > 0) ? "frames dropped" : "finals late";
                    break;
                }
                carried = calls;
            }
            catch (RecognizerBusyException)
            {
                why = "the engine refuses more";
                break;
            }
        }
        return [BenchResult.Single("calls_at_once", "calls", carried, null, ("engine", name), ("then", why))];
    }

    // A stream for each call, leaning towards its scenario as in the product.
    private static async Task<List<HeardLine>> HearAsync(ISpeechRecognizer recogniser, IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        var all = new List<HeardLine>();
        foreach (var call in lines.GroupBy(line => line.Scenario))
        {
            all.AddRange(await HearAsync(recogniser, new RecognitionContext(ScenarioWords.Of(call.Key)), call, cancellationToken));
        }
        return all;
    }

    private static async Task<List<HeardLine>> HearAsync(
        ISpeechRecognizer recogniser, RecognitionContext context, IEnumerable<Line> lines, CancellationToken cancellationToken)
    {
        await using var stream = await recogniser.OpenAsync(context, cancellationToken);
        var all = new List<HeardLine>();
        foreach (var line in lines)
        {
            var began = Stopwatch.GetTimestamp();
            double? first = null;
            void OnPartial(PartialTranscript partial) => first ??= partial.Text.Length > 0 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : null;
            stream.Partial += OnPartial;
            var dropped = stream.DroppedFrames;
            for (var at = 0; at < line.Samples.Length; at += AudioFormat.FrameSamples)
            {
                // Against the beginning, so that a late timer does not stretch the speech.
                var due = Frame * (at / AudioFormat.FrameSamples) - Stopwatch.GetElapsedTime(began);
                if (due > TimeSpan.Zero)
                {
                    await Task.Delay(due, cancellationToken);
                }
                stream.Write(line.Samples.AsMemory(at, Math.Min(AudioFormat.FrameSamples, line.Samples.Length - at)));
            }
            var spoken = Stopwatch.GetTimestamp();
            var final = await stream.FinishAsync(cancellationToken);
            stream.Partial -= OnPartial;
            all.Add(new HeardLine(line.Text, final.Text, Stopwatch.GetElapsedTime(spoken).TotalMilliseconds, first, stream.DroppedFrames - dropped));
        }
        return all;
    }

    private static async Task<List<Line>> LinesAsync(IReadOnlyList<Scenario> scenarios, int count, CancellationToken cancellationToken)
    {
        await using var voice = new FliteSynthesizer();
        var lines = new List<Line>();
        foreach (var (scenario, text) in scenarios.SelectMany(scenario => TraineeLines.ByScenario[scenario.Id].Select(text => (scenario, text))).Take(count))
        {
            var samples = new List<short>();
            await foreach (var part in voice.SpeakAsync(new SpeechRequest(text, "female"), cancellationToken))
            {
                samples.AddRange(part.Span);
            }
            lines.Add(new Line(scenario, text, [.. samples]));
        }
        return lines;
    }

    private sealed record Line(Scenario Scenario, string Text, short[] Samples);

    private sealed record HeardLine(string Text, string Heard, double FinalMs, double? FirstMs, long Dropped);
}
