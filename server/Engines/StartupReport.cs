using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>Says at start where the server is and which engines run, with what was passed over and why.</summary>
public sealed partial class StartupReport(EngineCatalog engines, IServer server, IHostApplicationLifetime lifetime, ILogger<StartupReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A wrong engine name in the configuration stops the start here, with the cure.
        engines.CheckConfiguration();
        lifetime.ApplicationStarted.Register(() => Report(engines.Choices()));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Report(IReadOnlyList<EngineChoice> choices)
    {
        foreach (var choice in choices)
        {
            LogEngine(logger, choice.Role, choice.Running ?? "none", choice.Meaning, choice.Why);
        }
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            LogReady(logger, address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Role}: {Engine}. {Meaning} ({Why})")]
    private static partial void LogEngine(ILogger logger, EngineRole role, string engine, string meaning, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "RealtimeTraining is ready at {Address}")]
    private static partial void LogReady(ILogger logger, string address);
}
