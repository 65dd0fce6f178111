using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace RealtimeTraining.Server.Reviews;

/// <summary>How often one person may begin an upload and send pieces of it.</summary>
internal static class UploadLimits
{
    public const string Uploads = "reviewUploads";

    public const string Pieces = "reviewPieces";

    public static void Configure(RateLimiterOptions limiter, ReviewOptions limits)
    {
        limiter.AddPolicy(Uploads, context => PerMinute(context, limits.UploadsPerMinute));
        limiter.AddPolicy(Pieces, context => PerMinute(context, limits.ChunksPerMinute));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int times) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1) });
}
