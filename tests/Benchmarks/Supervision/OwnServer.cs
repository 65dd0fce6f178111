using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>The product with scripted engines, its recording and analysis on, for many calls at once.</summary>
public static class OwnServer
{
    public const string Word = "supervision-server";

    public static Task<RelayedServer> StartAsync() => RelayedServer.StartAsync("dotnet", "exec", typeof(OwnServer).Assembly.Location, Word);

    /// <summary>The process's own work, until its standard input ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        using var server = TrainingServer.Start(new TrainingServerOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["Calls:MaxCalls"] = "1000",
                ["Calls:RingMs"] = "100",
                // What the trainees send is a buzz, which only loudness takes for speech.
                ["Speech:Detector:Kind"] = "energy",
                ["Engines:Recogniser"] = "scripted",
                ["Engines:Voice"] = "scripted",
                ["Engines:PatientWords"] = "authored",
                ["Logging:LogLevel:Default"] = "Warning",
            },
            Services = services => services.AddSingleton<IReadOnlyList<IEngine>>(
                [new ScriptedRecognizerEngine(), new ScriptedVoiceEngine(), .. EngineDiscovery.InThisBuild]),
        });
        RelayedServer.SayReady(server.Address);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
        return 0;
    }
}
