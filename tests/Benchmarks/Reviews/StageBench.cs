using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>How many times faster than it was spoken a recorded call is worked on, stage by stage, with the server's own parts.</summary>
internal static class StageBench
{
    /// <returns>The recogniser that wrote it down, and the figures.</returns>
    public static async Task<(string Recogniser, IReadOnlyList<BenchResult> Results)> RunAsync(LongRecording call, bool transcribes, Action<string> tell, CancellationToken cancellationToken)
    {
        using var server = TrainingServer.Start();
        using var folder = new TestFolder();
        var stages = new List<(string Stage, TimeSpan Took)>();
        tell("Decoding.");
        var sealedSound = Path.Combine(folder.Path, "call.sound");
        stages.Add(("decode", await TimeAsync(() => DecodeAsync(server.Services, call, folder.Path, sealedSound, cancellationToken))));
        using var sound = new RecordedSound(server.Services.GetRequiredService<RecordingVault>().Open(sealedSound), channels: 2);
        tell("Finding who speaks when.");
        IReadOnlyList<SpeechStretch> stretches = [];
        stages.Add(("find", Time(() => stretches = StretchFinder.Find(sound, 2, server.Services.GetRequiredService<SpeechDetectorFactory>().Create, cancellationToken))));
        stages.Add(("outline", Time(() => GetOutline.Draw(sound, GetOutline.Steps))));
        stages.Add(("voice", Time(() => Measure(sound, stretches))));
        tell("Reading it.");
        // The second time, as every call after the first of a server.
        Read(server.Services, call);
        stages.Add(("read", Time(() => Read(server.Services, call))));
        stages.Add(("analysis", Sum(stages)));
        await using var recogniser = server.Services.GetRequiredService<ReviewRecogniser>().Take();
        if (transcribes)
        {
            tell($"Writing down {stretches.Count} stretches of speech.");
            stages.Add(("transcribe", await TimeAsync(() => TranscribeAsync(recogniser.Port, sound, stretches, cancellationToken))));
            stages.Add(("whole", Sum(stages.Where(stage => stage.Stage is "analysis" or "transcribe"))));
        }
        return (recogniser.Port.Name, [.. stages.Select(stage =>
            BenchResult.Single("times_real_time", "times", call.DurationMs / stage.Took.TotalMilliseconds, 1, ("stage", stage.Stage), ("minutes", call.DurationMs / 60_000)))]);
    }

    private static async Task DecodeAsync(IServiceProvider services, LongRecording call, string folder, string to, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "call.wav");
        await File.WriteAllBytesAsync(file, call.Wav, cancellationToken);
        var probed = await services.GetRequiredService<RecordingProbe>().ProbeAsync(file, "call.wav", cancellationToken);
        await services.GetRequiredService<RecordingDecoder>().DecodeAsync(file, probed, to + ".half", to, _ => { }, cancellationToken);
    }

    private static void Read(IServiceProvider services, LongRecording call)
    {
        _ = SilentSpans.Of(call.Lines);
        var lines = MaskedLines.Of(call.Lines);
        var silences = MomentFinder.Silences(lines);
        var debrief = services.GetRequiredService<ReviewDebrief>().Write(Guid.NewGuid(), call.DurationMs, lines, silences, twoSided: true);
        services.GetRequiredService<MomentFinder>().Find(lines, silences, debrief);
    }

    private static void Measure(RecordedSound sound, IReadOnlyList<SpeechStretch> stretches)
    {
        foreach (var stretch in stretches)
        {
            StretchVoice.Measure(sound.Cut(stretch.Channel, stretch.StartMs, stretch.EndMs));
        }
    }

    private static async Task TranscribeAsync(ISpeechRecognizer recogniser, RecordedSound sound, IReadOnlyList<SpeechStretch> stretches, CancellationToken cancellationToken)
    {
        await using var stream = await recogniser.OpenAsync(RecognitionContext.None, cancellationToken);
        var transcriber = new StretchTranscriber(sound, stream, TimeProvider.System);
        foreach (var stretch in stretches)
        {
            await transcriber.WriteDownAsync(stretch, cancellationToken);
        }
    }

    private static TimeSpan Sum(IEnumerable<(string Stage, TimeSpan Took)> stages) => stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Took);

    private static TimeSpan Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
