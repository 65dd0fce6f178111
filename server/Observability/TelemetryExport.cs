using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RealtimeTraining.Server.Observability;

/// <summary>
/// Sends traces and metrics to a collector when OTEL_EXPORTER_OTLP_ENDPOINT names one; without it nothing is gathered.
/// Built by hand since the hosting package of OpenTelemetry is on fewer feeds than its SDK.
/// </summary>
public sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ProtocolSetting = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[EndpointSetting] is not { Length: > 0 } address)
        {
            return Task.CompletedTask;
        }
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException(
                $"{EndpointSetting} is \"{address}\", which is no address. Give one such as http://localhost:4317, or remove the setting.");
        }
        var service = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] ?? "realtime-training");
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(service)
            .AddSource(CallTelemetry.Name, "Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server")
            .AddProcessor(new WithoutHealthProbes())
            .AddOtlpExporter(options => Point(options, endpoint, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(service)
            .AddMeter(CallTelemetry.Name, "RealtimeTraining.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime")
            .AddOtlpExporter(options => Point(options, endpoint, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(2000);
        _metrics?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Point(OtlpExporterOptions options, Uri endpoint, string path)
    {
        var http = configuration[ProtocolSetting] is "http/protobuf";
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        // Over HTTP each signal has its own path below the endpoint: https://opentelemetry.io/docs/specs/otel/protocol/exporter/
        options.Endpoint = http ? new Uri(endpoint.AbsoluteUri.TrimEnd('/') + '/' + path) : endpoint;
    }

    /// <summary>A probe every few seconds would bury everything else.</summary>
    private sealed class WithoutHealthProbes : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.GetTagItem("url.path") is string path && path.StartsWith("/health/", StringComparison.Ordinal))
            {
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            }
        }
    }
}
