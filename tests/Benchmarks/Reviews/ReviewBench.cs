using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>How many times faster than it was spoken a recorded call is worked on, stage by stage, with the server's own parts; and how well voices are told apart.</summary>
public sealed class ReviewBench : IBench
{
    private int? _minutes;

    public string Name => "reviews";

    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason
        : PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } ears ? ears.Reason
        : Found("ffmpeg") ? null : "ffmpeg is not installed. Install it: apt-get install ffmpeg.";

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--minutes"] = minutes => _minutes = Math.Clamp(int.Parse(minutes, CultureInfo.InvariantCulture), 1, 240),
    };

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var minutes = _minutes ?? (quick ? 3 : 60);
        using var server = TrainingServer.Start();
        using var folder = new TestFolder();
        tell($"Making a call of {minutes} minutes.");
        var call = await LongRecording.MakeAsync(minutes);
        var stages = new List<(string Stage, TimeSpan Took)>();
        tell("Decoding.");
        var sealedSound = Path.Combine(folder.Path, "call.sound");
        stages.Add(("decode", await TimeAsync(() => DecodeAsync(server.Services, call, folder.Path, sealedSound, cancellationToken))));
        using var sound = new RecordedSound(server.Services.GetRequiredService<RecordingVault>().Open(sealedSound), channels: 2);
        tell("Finding who speaks when.");
        IReadOnlyList<SpeechStretch> stretches = [];
        stages.Add(("find", Time(() => stretches = StretchFinder.Find(sound, 2, server.Services.GetRequiredService<SpeechDetectorFactory>().Create, cancellationToken))));
        stages.Add(("outline", Time(() => GetOutline.Draw(sound, GetOutline.Steps))));
        tell("Reading it.");
        // The second time, as every call after the first of a server.
        Read(server.Services, call);
        stages.Add(("read", Time(() => Read(server.Services, call))));
        stages.Add(("analysis", Sum(stages)));
        tell($"Writing down {stretches.Count} stretches of speech.");
        await using var recogniser = server.Services.GetRequiredService<ReviewRecogniser>().Take();
        stages.Add(("transcribe", await TimeAsync(() => TranscribeAsync(recogniser.Port, sound, stretches, cancellationToken))));
        stages.Add(("whole", Sum(stages.Where(stage => stage.Stage is "analysis" or "transcribe"))));
        tell("Telling voices apart.");
        var speakers = await SpeakerBench.RunAsync(quick, tell, cancellationToken);
        return new BenchReport(Name, new Dictionary<string, string> { ["recogniser"] = recogniser.Port.Name },
            [.. speakers, .. stages.Select(stage => BenchResult.Single("times_real_time", "times", call.DurationMs / stage.Took.TotalMilliseconds, 1, ("stage", stage.Stage), ("minutes", minutes)))]);
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
        var debrief = services.GetRequiredService<ReviewDebrief>().Write(Guid.NewGuid(), call.DurationMs, lines, silences);
        services.GetRequiredService<MomentFinder>().Find(lines, silences, debrief);
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

    private static bool Found(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
