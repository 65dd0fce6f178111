using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Looks at the watched folders again and again, on the server that works at the queue. Singleton.</summary>
public sealed partial class FolderWatch(
    FolderTaker taker, IOptions<WatchingOptions> options, IOptions<ReviewOptions> reviews, TimeProvider time, ILogger<FolderWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (reviews.Value.Worker && options.Value.Folders.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            foreach (var watched in options.Value.Folders)
            {
                try
                {
                    await taker.LookAsync(watched, stoppingToken);
                }
                catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
                {
                    // A network drive comes back; a folder can be made.
                    LogAway(logger, watched.Folder, exception);
                }
            }
            await Task.Delay(TimeSpan.FromSeconds(options.Value.LookSeconds), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The watched folder {Folder} cannot be looked at now. It is tried again.")]
    private static partial void LogAway(ILogger logger, string folder, Exception exception);
}
