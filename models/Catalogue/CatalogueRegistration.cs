using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RealtimeTraining.Models.Catalogue;

public static class CatalogueRegistration
{
    /// <summary>
    /// Adds, each once for the process and thread-safe, <see cref="ModelCatalogue"/>, <see cref="ModelStore"/>,
    /// <see cref="ModelAdvice"/>, <see cref="ModelDownloader"/> and <see cref="ModelImport"/>. The host brings logging and,
    /// for <see cref="ModelDownloadOptions.Section"/>, configuration.
    /// </summary>
    /// <param name="folders">Usually <see cref="ModelFolders.In"/> the data folder, asked for when the store is first needed.</param>
    public static IServiceCollection AddModelCatalogue(this IServiceCollection services, Func<IServiceProvider, ModelFolders> folders)
    {
        services.AddOptions<ModelDownloadOptions>().BindConfiguration(ModelDownloadOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => ModelCatalogue.Load());
        services.AddSingleton(provider => new ModelStore(folders(provider)));
        services.AddSingleton<ModelAdvice>();
        services.AddSingleton<ModelDownloader>();
        services.AddSingleton<ModelImport>();
        return services;
    }
}
