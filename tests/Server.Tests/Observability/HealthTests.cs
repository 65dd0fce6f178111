using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Observability;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Observability;

public sealed class HealthTests
{
    [ServerFact]
    public async Task AFreshServer_IsLiveAndReady_WithoutSigningIn()
    {
        using var server = TrainingServer.Start();
        using var client = new HttpClient { BaseAddress = server.Address };

        var live = await client.GetFromJsonAsync<HealthAnswer>("/health/live");
        var answer = await client.GetAsync("/health/ready");
        var ready = await answer.Content.ReadFromJsonAsync<HealthAnswer>();

        Assert.Equal("ready", live!.Status);
        Assert.Empty(live.Checks);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["database", "dataFolder", "scenarios"], ready!.Checks.Select(check => check.Name));
        Assert.DoesNotContain(ready.Checks, check => check.Status == "notReady");
    }

    [ServerFact]
    public async Task AServerWhoseDataFolderIsGone_IsLiveButNotReady_AndSaysWhatToDo()
    {
        using var server = TrainingServer.Start();
        using var client = new HttpClient { BaseAddress = server.Address };
        var folder = ((DataFolder)server.Services.GetService(typeof(DataFolder))!).Root;
        Directory.Move(folder, folder + "-away");
        try
        {
            var answer = await client.GetAsync("/health/ready");
            var ready = await answer.Content.ReadFromJsonAsync<HealthAnswer>();

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("notReady", ready!.Status);
            var says = ready.Checks.Single(check => check.Name == "dataFolder").Says;
            Assert.Contains("cannot be written", says, StringComparison.Ordinal);
            Assert.DoesNotContain(folder, says, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }
        finally
        {
            Directory.Move(folder + "-away", folder);
        }
    }

    [Fact]
    public async Task ADatabaseThatIsGone_IsUnhealthy()
    {
        var options = new DbContextOptionsBuilder<TrainingDb>();
        using var root = new TestFolder();
        var folder = new DataFolder(Path.Combine(root.Path, "data"));
        // Nobody listens on port 1; on SQLite the file is in a folder that is not there.
        var postgres = StoreEngines.InThisBuild.All(engine => engine.Name != "sqlite");
        var connection = postgres ? "Host=127.0.0.1;Port=1;Database=none;Username=none;Password=none;Timeout=2" : null;
        StoreEngines.Choose(connection).Configure(options, connection, folder);
        Directory.Delete(folder.Root, recursive: true);

        var found = await new DatabaseCheck(new TrainingDbFactory(options.Options), NullLogger<DatabaseCheck>.Instance)
            .CheckHealthAsync(new HealthCheckContext());

        Assert.Equal(HealthStatus.Unhealthy, found.Status);
        Assert.Contains("does not answer", found.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3, HealthStatus.Unhealthy)]
    [InlineData(8, 0, HealthStatus.Healthy)]
    [InlineData(7, 1, HealthStatus.Degraded)]
    public void Scenarios_WithMistakes_LimitButDoNotStop(int playable, int mistakes, HealthStatus status) =>
        Assert.Equal(status, ScenariosCheck.Judge(playable, mistakes).Status);
}
