namespace RealtimeTraining.Server.Scenarios;

/// <summary>Reads the scenarios when the server starts, so that mistakes stand in the log before anybody plays.</summary>
public sealed class ScenarioLibraryStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<ScenarioLibrary>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
