using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>Offers in the log, at each start until they are installed, the models that suit this machine and this build.</summary>
public sealed partial class ModelOffer(
    ModelAdvice advice, MachineProfile machine, ModelStore store, IReadOnlyList<IEngine> engines, IHostApplicationLifetime lifetime, ILogger<ModelOffer> logger) : IHostedService
{
    public static bool CanBeUsed(ModelEntry entry, IReadOnlyList<IEngine> engines) =>
        entry.Role == ModelRole.SpeechDetector || engines.Any(engine => engine.UsesModel && InstalledModels.RoleOf(engine.Role) == entry.Role);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Offer);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Offer()
    {
        foreach (var entry in advice.Recommended(machine).Where(entry => CanBeUsed(entry, engines)))
        {
            if (store.Look(entry).Kind is ModelStateKind.Missing or ModelStateKind.Partial)
            {
                LogOffer(logger, entry.Name, entry.GoodFor, machine.Cores, machine.FreeMiB, entry.Bytes / 1_000_000);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Model} would suit this machine ({Cores} cores, {FreeMiB} MiB free). {GoodFor} Fetch it ({Megabytes} MB) with ./dev models get {Model}, or on the page Models.")]
    private static partial void LogOffer(ILogger logger, string model, string goodFor, int cores, int freeMiB, long megabytes);
}
