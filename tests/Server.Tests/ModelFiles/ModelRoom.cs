using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.ModelFiles;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.ModelFiles;

/// <summary>A server whose catalogue and machine are a test's own, and its administrator.</summary>
internal sealed class ModelRoom : IDisposable
{
    private readonly TrainingServer _server;

    private ModelRoom(TrainingServer server, TestBrowser administrator) => (_server, Administrator) = (server, administrator);

    public TrainingServer Server => _server;

    public TestBrowser Administrator { get; }

    public string Folder => Path.Combine(_server.Store.DataFolder, "models");

    public static Task<ModelRoom> OpenAsync(params ModelEntry[] entries) => OpenAsync(null, null, entries);

    /// <param name="tries">How often a connection is tried before it is given up.</param>
    public static async Task<ModelRoom> OpenAsync(TestStore? store, string? offered, ModelEntry[] entries, int tries = 1)
    {
        var server = TrainingServer.Start(new TrainingServerOptions
        {
            Store = store,
            Settings = new Dictionary<string, string?>
            {
                ["Models:Download:AllowLoopback"] = "true",
                ["Models:Download:Tries"] = $"{tries}",
                ["Models:Download:FirstWaitMs"] = "10",
            },
            Services = services => services
                .Replace(ServiceDescriptor.Singleton(new ModelCatalogue(entries)))
                .Replace(ServiceDescriptor.Singleton(new MachineProfile(Cores: 2, TotalMiB: 8_000, FreeMiB: 4_000)))
                .Replace(ServiceDescriptor.Singleton(provider =>
                    new ModelStore(new ModelFolders(ModelFolders.In(provider.GetRequiredService<DataFolder>().Root).Own, offered)))),
        });
        return new ModelRoom(server, await server.SignInAsync(Role.Administrator));
    }

    public Task<ModelList> ListAsync() => Administrator.GetAsync<ModelList>("/api/models");

    public async Task<ModelStanding> StandingAsync(ModelEntry entry) => (await ListAsync()).Models.Single(model => model.Name == entry.Name).Standing;

    /// <summary>Asks until it is so; a test that waits in vain is ended by its limit.</summary>
    public async Task<ModelStanding> UntilAsync(ModelEntry entry, Func<ModelStanding, bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            if (await StandingAsync(entry) is var standing && isSo(standing))
            {
                return standing;
            }
        }
    }

    public Task<HttpResponseMessage> FetchAsync(ModelEntry entry, bool acceptLicence = false) =>
        Administrator.PostAsync($"/api/models/{entry.Name}/fetch", new ModelFetch(acceptLicence));

    public async Task<ModelStanding> FetchToTheEndAsync(ModelEntry entry)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await FetchAsync(entry)).StatusCode);
        await WhenIdleAsync();
        return await StandingAsync(entry);
    }

    public Task<HttpResponseMessage> PauseAsync(ModelEntry entry) => Administrator.Http.DeleteAsync($"/api/models/{entry.Name}/fetch");

    public Task<HttpResponseMessage> RemoveAsync(ModelEntry entry) => Administrator.Http.DeleteAsync($"/api/models/{entry.Name}");

    public Task<HttpResponseMessage> VerifyAsync(ModelEntry entry) => Administrator.Http.PostAsync($"/api/models/{entry.Name}/verify", null);

    public Task WhenIdleAsync() => _server.Services.GetRequiredService<ModelJobs>().WhenIdleAsync();

    /// <summary>What an engine of this role would load.</summary>
    public string? Serving(EngineRole role) => _server.Services.GetRequiredService<IModelFiles>().Find(role);

    /// <summary>As somebody does who copies a file in by hand.</summary>
    public async Task<string> PutAsync(ModelEntry entry, byte[] content)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, entry.File);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    public void Dispose()
    {
        Administrator.Dispose();
        _server.Dispose();
    }
}
