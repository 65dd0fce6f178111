using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Accounts;

/// <summary>How often one address may try. Set under <c>SignIn</c>.</summary>
public sealed class SignInLimits
{
    /// <summary>Sign-ins and invitations, right or wrong. A whole office may share one address.</summary>
    [Range(1, 10_000)]
    public int TriesPerMinute { get; init; } = 30;

    [Range(1, 10_000)]
    public int SetupTriesPerMinute { get; init; } = 5;

    internal const string SignInPolicy = "signIn";

    internal const string SetupPolicy = "setup";

    internal static void Configure(RateLimiterOptions limiter, SignInLimits limits)
    {
        limiter.AddPolicy(SignInPolicy, context => PerMinute(context, limits.TriesPerMinute));
        limiter.AddPolicy(SetupPolicy, context => PerMinute(context, limits.SetupTriesPerMinute));
        limiter.OnRejected = async (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 60;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await Problems.Problem("tooManyTries", StatusCodes.Status429TooManyRequests,
                $"Too many tries. Wait {seconds} seconds and try again.", "retryAfterSeconds", seconds).ExecuteAsync(rejected.HttpContext);
        };
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int tries) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) });
}
