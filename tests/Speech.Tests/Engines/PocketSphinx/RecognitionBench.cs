using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.TestKit;
using Xunit.Abstractions;

namespace RealtimeTraining.Speech.Tests.Engines.PocketSphinx;

/// <summary>The figures in the engine's README.</summary>
public sealed class RecognitionBench(ITestOutputHelper output)
{
    private static readonly string[] Voices = (Environment.GetEnvironmentVariable("SPEECH_BENCH_VOICES") ?? "slt,rms,awb").Split(',');

    [BenchFact]
    public async Task LeaningTowardsTheScenario()
    {
        foreach (var weight in Weights())
        {
            await Measure($"front desk, scenario's phrases, weight {weight}", FrontDeskLines.All, FrontDeskLines.Phrases, weight);
        }
        await Measure("front desk, no phrases, weight 0.5", FrontDeskLines.All, [], 0.5);
    }

    [BenchFact]
    public async Task WordsOfOthers()
    {
        var lines = Appointments().Concat(Consultations()).ToList();
        foreach (var weight in Weights())
        {
            await Measure($"others' words, weight {weight}", lines, [], weight);
        }
    }

    private static double[] Weights() =>
        [.. (Environment.GetEnvironmentVariable("SPEECH_BENCH_WEIGHTS") ?? "0,0.1,0.5,0.9").Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private async Task Measure(string label, IReadOnlyList<string> lines, string[] phrases, double weight)
    {
        var options = new PocketSphinxOptions();
        using var decoder = new SphinxDecoder(options);
        var clock = Stopwatch.StartNew();
        decoder.Prepare(new LeanModels().For(phrases), weight);
        var prepare = clock.ElapsedMilliseconds;
        var finals = new List<double>();
        double decoding = 0, sound = 0;
        var result = new List<string>();
        foreach (var voice in Voices)
        {
            int errors = 0, words = 0;
            foreach (var line in lines)
            {
                var samples = Spoken.InRoom(await Spoken.SayAsync(line, voice));
                clock.Restart();
                foreach (var frame in samples.Chunk(AudioFormat.FrameSamples))
                {
                    decoder.Process(frame);
                }
                decoding += clock.Elapsed.TotalSeconds;
                sound += samples.Length / (double)AudioFormat.SampleRateHz;
                clock.Restart();
                var heard = decoder.Finish(0);
                finals.Add(clock.Elapsed.TotalMilliseconds);
                errors += WordErrors.Between(line, heard.Text).Errors;
                words += SpokenText.Words(line).Length;
                if (Environment.GetEnvironmentVariable("SPEECH_BENCH_SHOW") == "1")
                {
                    output.WriteLine($"{voice} | {line} | {heard.Text} | {heard.Confidence:0.00}");
                }
            }
            result.Add($"{voice} {100d * errors / words:0.0} %");
        }
        finals.Sort();
        output.WriteLine($"{label}: WER {string.Join(", ", result)}; {decoding / sound:0.000} of real time; "
            + $"final p50 {finals[finals.Count / 2]:0} p95 {finals[(int)(finals.Count * 0.95)]:0} max {finals[^1]:0} ms; prepare {prepare} ms");
    }

    private static IEnumerable<string> Appointments()
    {
        using var calls = JsonDocument.Parse(File.ReadAllText(SharedData.PathOf("text/sgd-appointments-dev.json")));
        return [.. calls.RootElement.EnumerateArray().SelectMany(call => call.GetProperty("turns").EnumerateArray())
            .Where(turn => turn.GetProperty("speaker").GetString() == "SYSTEM")
            .Select(turn => turn.GetProperty("text").GetString()!)
            .Where(text => !text.Any(char.IsDigit) && SpokenText.Words(text).Length is >= 5 and <= 20)
            .Where((_, i) => i % 40 == 0).Take(20)];
    }

    private static IEnumerable<string> Consultations() =>
        [.. Directory.GetFiles(SharedData.PathOf("text/primock57"), "*.json").Order(StringComparer.Ordinal).SelectMany(file =>
        {
            using var call = JsonDocument.Parse(File.ReadAllText(file));
            return call.RootElement.EnumerateArray().Where(turn => turn.GetProperty("who").GetString() == "doctor")
                .Select(turn => turn.GetProperty("text").GetString()!)
                .Where(text => !text.Any(c => char.IsDigit(c) || c is '<' or '[') && SpokenText.Words(text).Length is >= 6 and <= 20)
                .Take(1).ToList();
        }).Take(20)];
}
