using System.Diagnostics;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>How soon a voice begins, and how much faster than speech it is.</summary>
internal static class VoiceMeasure
{
    public static async Task<List<BenchResult>> RunAsync(EnginePool pool, IEngine<ISpeechSynthesizer> engine, bool quick, CancellationToken cancellationToken)
    {
        await using var lease = pool.Rent(engine);
        await SayAsync(lease.Port, "Hello.", cancellationToken);
        var said = new List<(double FirstMs, double TotalMs, double AudioMs)>();
        foreach (var line in TraineeLines.ByScenario.Values.SelectMany(lines => lines).Take(quick ? 5 : 40))
        {
            said.Add(await SayAsync(lease.Port, line, cancellationToken));
        }
        return
        [
            BenchResult.Spread("first_sound_ms", "ms", [.. said.Select(line => line.FirstMs)], ("engine", engine.Name)),
            BenchResult.Single("real_time_factor", "", said.Sum(line => line.TotalMs) / said.Sum(line => line.AudioMs), said.Count, ("engine", engine.Name)),
        ];
    }

    private static async Task<(double FirstMs, double TotalMs, double AudioMs)> SayAsync(ISpeechSynthesizer voice, string line, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        double first = 0;
        long samples = 0;
        await foreach (var part in voice.SpeakAsync(new SpeechRequest(line, "female"), cancellationToken))
        {
            first = samples == 0 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : first;
            samples += part.Length;
        }
        return (first, Stopwatch.GetElapsedTime(began).TotalMilliseconds, AudioFormat.Milliseconds(samples));
    }
}
