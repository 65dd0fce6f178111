using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Accounts;

/// <summary>Makes the demo accounts in Development; everywhere else makes sure there are none, and asks for the first administrator.</summary>
public sealed partial class AccountsStartup(
    IServiceProvider services, TrainingDbFactory databases, SetupCode code, IHostEnvironment environment, ILogger<AccountsStartup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
        {
            await DemoAccounts.EnsureAsync(services, cancellationToken);
            return;
        }
        await using var db = databases.Create(Guid.Empty);
        if (await DemoAccounts.AnyAsync(db, cancellationToken))
        {
            throw new InvalidOperationException(
                "This database was used in Development and holds demo accounts, which anybody could have used. "
                + $"Start {environment.EnvironmentName} with a database of its own: set {DataFolder.Setting} or ConnectionStrings:{StoreEngines.ConnectionName}.");
        }
        if (await SetUpHandler.IsNeededAsync(db, cancellationToken))
        {
            PrintCode(log, code.Issue());
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "There is no administrator yet. Open the server in a browser and set it up with this code, which works once: {SetupCode}")]
    private static partial void PrintCode(ILogger log, string setupCode);
}
