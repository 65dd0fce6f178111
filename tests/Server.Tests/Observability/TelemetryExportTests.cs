using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Observability;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Observability;

public sealed class TelemetryExportTests
{
    [ServerFact]
    public async Task Calls_ReachACollector_AsTraceAndMetrics_AndHealthProbesDoNot()
    {
        await using var collector = await Collector.StartAsync();
        using (var server = TrainingServer.Start(new TrainingServerOptions
        {
            Settings = new Dictionary<string, string?>
            {
                [TelemetryExport.EndpointSetting] = collector.Address,
                [TelemetryExport.ProtocolSetting] = "http/protobuf",
            },
        }))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            await client.GetAsync("/health/live");
            await client.GetAsync("/api/session");
            var telemetry = server.Services.GetRequiredService<CallTelemetry>();
            telemetry.CallEnded(telemetry.CallStarted(CallId.New(), "a-scenario", continued: false), "hungUp");
        }

        var traces = string.Concat(collector.Received.Where(sent => sent.Path == "/v1/traces").Select(sent => sent.Body));
        var metrics = string.Concat(collector.Received.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body));
        Assert.Contains("a-scenario", traces, StringComparison.Ordinal);
        Assert.Contains("/api/session", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/health/live", traces, StringComparison.Ordinal);
        Assert.Contains("calls.active", metrics, StringComparison.Ordinal);
    }

    [ServerFact]
    public void AnEndpointThatIsNoAddress_StopsTheStart_WithTheCure()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => TrainingServer.Start(new TrainingServerOptions
        {
            Settings = new Dictionary<string, string?> { [TelemetryExport.EndpointSetting] = "collector:4317" },
        }));
        Assert.Contains("http://localhost:4317", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Keeps what is sent to it, as Latin-1: protobuf holds names as plain bytes.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> received) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public ConcurrentQueue<(string Path, string Body)> Received => received;

        public static async Task<Collector> StartAsync()
        {
            var received = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapPost("/{**path}", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body, Encoding.Latin1);
                received.Enqueue((request.Path, await reader.ReadToEndAsync()));
            });
            await app.StartAsync();
            return new Collector(app, received);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
