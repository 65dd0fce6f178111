using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Catalogue;

public sealed class CatalogueRegistrationTests
{
    [Fact]
    public void AHost_GetsEachOnce()
    {
        using var folder = new TestFolder();
        using var services = Host(folder, []);
        Assert.Same(services.GetRequiredService<ModelDownloader>(), services.GetRequiredService<ModelDownloader>());
        Assert.NotNull(services.GetRequiredService<ModelImport>());
        Assert.NotNull(services.GetRequiredService<ModelAdvice>());
        Assert.Equal(Path.Combine(folder.Path, "models"), services.GetRequiredService<ModelStore>().Folders.Own);
    }

    [Fact]
    public void OptionsOutOfRange_AreNamed()
    {
        using var folder = new TestFolder();
        using var services = Host(folder, new() { ["Models:Download:IdleTimeoutMs"] = "5" });
        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ModelDownloader>);
        Assert.Contains("IdleTimeoutMs", failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Host(TestFolder folder, Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddLogging()
        .AddModelCatalogue(_ => ModelFolders.In(folder.Path))
        .BuildServiceProvider();
}
