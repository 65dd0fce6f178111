namespace RealtimeTraining.Server.Observability;

public static class ObservabilityRegistration
{
    private static readonly TimeSpan CheckWithin = TimeSpan.FromSeconds(5);

    /// <summary>Logs, <see cref="CallTelemetry"/>, export to a collector, and the checks behind <c>/health</c>.</summary>
    public static void AddObservability(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(options =>
            {
                options.IncludeScopes = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
        // Requests carry their path, route and status as tags; .NET 10 leaves them out unless told.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddSingleton<CallTelemetry>();
        builder.Services.AddHostedService<TelemetryExport>();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: CheckWithin)
            .AddCheck<DataFolderCheck>("dataFolder", timeout: CheckWithin)
            .AddCheck<ScenariosCheck>("scenarios", timeout: CheckWithin);
    }
}
