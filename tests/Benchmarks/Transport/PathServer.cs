using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>
/// A server in a process of its own that offers browsers one path for the sound, and writes down when each frame of the
/// microphone came (<see cref="FrameLog"/>).
/// </summary>
public sealed class PathServer : IAsyncDisposable
{
    public const string Word = "path-server";
    public const string Hub = "hub";
    private const string Ready = "path server at ";
    private readonly TestFolder _folder;
    private readonly Process _process;
    private readonly Task _logging;

    private PathServer(string path, TestFolder folder, Process process, Uri address, JanusProcess? janus) =>
        // What it logs on is read, so that it never waits for a reader.
        (Name, _folder, _process, Address, Janus, _logging) = (path, folder, process, address, janus, process.StandardOutput.BaseStream.CopyToAsync(Stream.Null));

    /// <summary><c>hub</c>, or a gateway's engine by its name.</summary>
    public string Name { get; }

    public Uri Address { get; }

    /// <summary>Where the path has a Janus gateway.</summary>
    public JanusProcess? Janus { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public IReadOnlyList<LoggedFrame> NewestFrames() => FrameLog.Newest(_folder.Path);

    /// <summary>The hub, and every gateway that is in this build.</summary>
    public static IReadOnlyList<string> Names => [Hub, .. EngineDiscovery.InThisBuild.Where(engine => engine.Role == EngineRole.WebRtc).Select(engine => engine.Name)];

    /// <returns>Null when the path's gateway cannot run here; why was told.</returns>
    public static async Task<PathServer?> StartAsync(string path, string address, Action<string> tell)
    {
        if (path == "janus" && JanusProcess.WhyNot is { } missing)
        {
            tell($"Not measured: {missing}");
            return null;
        }
        var folder = new TestFolder();
        var janus = path == "janus" ? await JanusProcess.StartAsync(media: address) : null;
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(PathServer).Assembly.Location, Word, path, address, folder.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in janus?.Settings ?? [])
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        var process = Process.Start(start)!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return new PathServer(path, folder, process, new Uri(line[Ready.Length..]), janus);
            }
            lines.Add(line);
        }
        throw new InvalidOperationException($"The server for {path} did not start:\n{string.Join('\n', lines)}");
    }

    /// <summary>The process's own work, until its standard input ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string path, string address, string folder)
    {
        using var server = TrainingServer.Start(new TrainingServerOptions
        {
            ListenOn = IPAddress.Parse(address),
            Settings = new Dictionary<string, string?>
            {
                ["Engines:WebRtc"] = path == Hub ? EngineSettings.None : path,
                ["Engines:PatientWords"] = "authored",
                ["Media:Janus:Address"] = Environment.GetEnvironmentVariable("Media__Janus__Address"),
            },
            Services = services => services.Insert(0, ServiceDescriptor.Singleton<ISpeechDetectorSource>(
                provider => new FrameLog(folder, provider.GetRequiredService<EnergySpeechDetectorOptions>()))),
        });
        Console.Out.WriteLine(Ready + server.Address);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _logging;
        _process.Dispose();
        if (Janus is not null)
        {
            await Janus.DisposeAsync();
        }
        _folder.Dispose();
    }
}
