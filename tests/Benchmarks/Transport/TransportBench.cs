using System.Globalization;
using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Network;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>
/// The same call over every path that the sound can take, through networks of different trouble. docs/benchmarks.md says
/// what each figure means.
/// </summary>
public sealed class TransportBench : IBench
{
    private const int Seed = 20_261;

    /// <summary>Of the network by which the aims are judged.</summary>
    private const int LossyCalls = 3;

    // One trouble at a time, and then what a poor home network has.
    private static readonly NetworkTrouble[] All =
    [
        NetworkTrouble.None, new(2, 0, 0), new(5, 0, 0), new(10, 0, 0), new(0, 20, 0), new(0, 100, 0), new(0, 0, 300), new(5, 20, 60),
    ];

    private IReadOnlyList<int>? _only;

    public string Name => "transport";

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--networks"] = numbers => _only = [.. numbers.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture) is var n && n >= 1 && n <= All.Length
            ? n - 1 : throw new ArgumentException($"--networks takes numbers from 1 to {All.Length}, not \"{number}\"."))],
    };

    public string? WhyNot => Chromium.WhyNot ?? TroubledNetwork.WhyNot
        ?? (FliteEngine.Probe() is { Available: false } voice ? voice.Reason : null)
        ?? (PocketSphinxEngine.Probe(new PocketSphinxOptions()) is { Available: false } recogniser ? recogniser.Reason : null);

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        using var folder = new TestFolder();
        using var network = new TroubledNetwork();
        var lines = await VoiceAsync(quick ? 3 : 4, folder.Path);
        var servers = new List<PathServer>();
        var results = new TransportResults();
        await using var listener = new Listener();
        try
        {
            foreach (var path in PathServer.Names)
            {
                tell($"Starting a server whose sound takes the path {path}.");
                if (await PathServer.StartAsync(path, network.ServerAddress, tell) is { } server)
                {
                    servers.Add(server);
                }
            }
            // A first call meets code that has not run.
            foreach (var server in servers)
            {
                await CallAsync(server, network, [lines[1]], NetworkTrouble.None, Seed, cancellationToken);
            }
            var troubles = _only is { } only ? [.. only.Select(number => All[number])] : quick ? All.Where(trouble => trouble is { RoundTripMs: 0, LossPercent: 0 or 5, JitterMs: 0 or 100 }).ToList() : [.. All];
            for (var number = 0; number < troubles.Count; number++)
            {
                foreach (var server in servers)
                {
                    tell($"{server.Name}: {troubles[number]} ({number + 1} of {troubles.Count}).");
                    var calls = new List<(TransportReading, string)>();
                    for (var call = 0; call < (troubles[number] == TransportAims.Lossy ? LossyCalls : 1); call++)
                    {
                        var reading = await CallAsync(server, network, lines, troubles[number], Seed + number + call * All.Length, cancellationToken);
                        calls.Add((reading, await listener.HearAsync(reading.Said, reading.Frames, cancellationToken)));
                    }
                    tell("  " + results.Add(server.Name, troubles[number], calls));
                }
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
        foreach (var aim in TransportAims.Of(results))
        {
            tell(aim);
        }
        return new BenchReport(Name, Engines(servers), results.All);
    }

    private static async Task<TransportReading> CallAsync(
        PathServer server, TroubledNetwork network, IReadOnlyList<VoicedLine> lines, NetworkTrouble trouble, int seed, CancellationToken cancellationToken)
    {
        using var call = new TransportCall(server, network, lines);
        return await call.MakeAsync(trouble, seed, cancellationToken);
    }

    private static async Task<List<VoicedLine>> VoiceAsync(int count, string folder)
    {
        var lines = new List<VoicedLine>();
        foreach (var text in TraineeLines.ByScenario[TransportCall.Scenario].Take(count))
        {
            lines.Add(await VoicedLine.WriteAsync(text, Path.Combine(folder, $"line{lines.Count}.wav")));
        }
        return lines;
    }

    private static Dictionary<string, string> Engines(List<PathServer> servers) => new()
    {
        ["recogniser"] = "pocketsphinx",
        ["voice"] = "flite",
        ["patient"] = "authored",
        ["transport"] = string.Join(", ", servers.Select(server => server.Name)),
    };
}
