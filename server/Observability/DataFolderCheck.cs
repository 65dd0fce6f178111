using Microsoft.Extensions.Diagnostics.HealthChecks;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Observability;

/// <summary>Whether recordings can be written, and for how much longer.</summary>
public sealed partial class DataFolderCheck(DataFolder folder, ILogger<DataFolderCheck> log) : IHealthCheck
{
    /// <summary>Ten calls of ten minutes: 64 kB a second in stereo at 16 kHz, and as much again for everything else.</summary>
    public const long LittleRoomBytes = 800L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var probe = Path.Combine(folder.Root, $".health-{Guid.NewGuid():N}");
            using (new FileStream(probe, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose }))
            {
            }
            var free = new DriveInfo(folder.Root).AvailableFreeSpace;
            return Task.FromResult(free < LittleRoomBytes
                ? HealthCheckResult.Degraded($"Recordings can be written, but only {free >> 20} MB are left. Make room before calls go unrecorded.")
                : HealthCheckResult.Healthy("Recordings can be written."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CannotWrite(log, folder.Root, e);
            return Task.FromResult(HealthCheckResult.Unhealthy("The data folder cannot be written. Check that it is there, that the server may write to it, and that its disk has room."));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The data folder {Folder} cannot be written")]
    private static partial void CannotWrite(ILogger log, string folder, Exception exception);
}
