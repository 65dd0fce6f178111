using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>Speech detectors on sound of which it is known who spoke when, with the noise of an office mixed in. docs/benchmarks.md says what is counted.</summary>
public sealed class SpeechBench : IBench
{
    public string Name => "speech";

    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason : null;

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var meetings = Clip.Meetings();
        tell(meetings.Count > 0 ? $"{meetings.Count} clips of meetings." : "The shared data has no audio/ami: lines by flite only.");
        await using var services = Services();
        var detectors = Detectors(services, tell).ToList();
        var lines = await Clip.LinesAsync(quick ? 5 : 20);
        var results = new List<BenchResult>();
        foreach (var (material, clips) in new (string, IReadOnlyList<Clip>)[] { ("meetings", meetings), ("lines", [lines]) }.Where(pair => pair.Item2.Count > 0))
        {
            foreach (var condition in Condition.All(clips.Max(clip => clip.Samples.Length)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Judge(clips, condition.Heard, [("material", material), .. condition.Labels]);
            }
        }
        await using var flite = new FliteSynthesizer();
        foreach (var voice in flite.Voices)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Judge([await Clip.InDeadSilenceAsync(quick ? 5 : 20, voice.Id)], clip => clip.Samples, [("material", "dead silence"), ("voice", voice.Id)]);
        }
        return new BenchReport(Name, new Dictionary<string, string> { ["voice"] = "flite" }, results);

        void Judge(IReadOnlyList<Clip> clips, Func<Clip, short[]> hear, (string, object)[] labels)
        {
            var heard = clips.Select(hear).ToList();
            results.AddRange(detectors.SelectMany(detector => Judgement.Of(clips, heard, detector.Make).Figures([("detector", detector.Name), .. labels])));
        }
    }

    private static IEnumerable<(string Name, Func<ISpeechDetector> Make)> Detectors(IServiceProvider services, Action<string> tell)
    {
        yield return ("ours", () => new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()));
        yield return ("energy", () => new EnergySpeechDetector(new EnergySpeechDetectorOptions()));
        yield return ("plain_energy", () => new PlainEnergyDetector());
        var installed = services.GetServices<ISpeechDetectorSource>().ToList();
        foreach (var source in installed)
        {
            var probe = source.Probe();
            tell($"{source.Name}: {probe.Reason}");
            if (probe.Available)
            {
                yield return (source.Name, source.Create);
            }
        }
        if (installed.Count == 0)
        {
            tell("Silero is not among them: it needs the full package feed and its model.");
        }
    }

    /// <summary>What further detectors are made with: the engines of this build, and Silero's model where the shared data has it.</summary>
    private static ServiceProvider Services()
    {
        var model = Path.Combine(Checkout.Data, "models", "for-tests-silero-v6.2.0-ggml.bin");
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Engines:Silero:ModelPath"] = File.Exists(model) ? model : null });
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings.Build());
        foreach (var engine in EngineDiscovery.InThisBuild)
        {
            engine.Register(services);
        }
        return services.BuildServiceProvider();
    }
}
