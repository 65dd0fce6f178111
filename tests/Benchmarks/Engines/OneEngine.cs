using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Engines;

/// <summary>The process that measures one engine, with the host's own options and model files.</summary>
public static class OneEngine
{
    public const string Word = "one-engine";

    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web);

    /// <returns>The exit code: 0 with results on standard output, 1 with a reason on standard error.</returns>
    public static async Task<int> MeasureAsync(string role, string name, bool quick, CancellationToken cancellationToken)
    {
        OfferInstalledModels();
        if (await RunAsync(role, name, quick, cancellationToken) is not { } results)
        {
            return 1;
        }
        // The last line, behind what the server logs.
        Console.Out.WriteLine(JsonSerializer.Serialize(results, Format));
        return 0;
    }

    private static async Task<List<BenchResult>?> RunAsync(string role, string name, bool quick, CancellationToken cancellationToken)
    {
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = new Dictionary<string, string?> { ["Speech:PocketSphinx:Decoders"] = quick ? "2" : "8" } });
        var engine = server.Services.GetRequiredService<EngineCatalog>().Find(Enum.Parse<EngineRole>(role), name)
            ?? throw new ArgumentException($"There is no engine {name} for {role}.");
        var further = typeof(OneEngine).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFurtherMeasure)))
            .Select(type => (IFurtherMeasure)Activator.CreateInstance(type)!).FirstOrDefault(measure => measure.Engine == name && engine.Role == EngineRole.Recogniser);
        if (engine.Probe(server.Services) is { Available: false } probe)
        {
            await Console.Error.WriteLineAsync($"Not measured: {probe.Reason}");
            return further is null ? null : await further.RunAsync(quick, cancellationToken);
        }
        var before = Memory.ResidentMib;
        var pool = server.Services.GetRequiredService<EnginePool>();
        List<BenchResult> results = engine switch
        {
            IEngine<ISpeechRecognizer> recogniser => await RecogniserMeasure.RunAsync(pool, recogniser, server.Services.GetRequiredService<ScenarioLibrary>().All, quick, cancellationToken),
            IEngine<ISpeechSynthesizer> voice => await VoiceMeasure.RunAsync(pool, voice, quick, cancellationToken),
            IEngine<IChatClient> chat => await WordsMeasure.RunAsync(server.Services, pool, chat, quick, cancellationToken),
            _ => [],
        };
        // Before the further measure, which loads a model of its own.
        if (results.Count > 0)
        {
            results.Add(BenchResult.Single("peak_rss_mib", "MiB", Memory.PeakMib - before, null, ("engine", name)));
        }
        return further is null ? results : [.. results, .. await further.RunAsync(quick, cancellationToken)];
    }

    // What ./dev models installed lies in the data folder of ./dev run; this server has a data folder of its own.
    private static void OfferInstalledModels()
    {
        var installed = Path.GetFullPath(Path.Combine(Environment.GetEnvironmentVariable("Data__Folder") is { Length: > 0 } folder ? folder : "data", "models"));
        if (Environment.GetEnvironmentVariable("REALTIME_MODELS") is null && Directory.Exists(installed))
        {
            Environment.SetEnvironmentVariable("REALTIME_MODELS", installed);
        }
    }
}
