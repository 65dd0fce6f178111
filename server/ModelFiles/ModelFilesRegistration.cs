using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.ModelFiles;

public static class ModelFilesRegistration
{
    public static IServiceCollection AddModelFiles(this IServiceCollection services) => services
        .AddModelCatalogue(provider => ModelFolders.In(provider.GetRequiredService<DataFolder>().Root))
        // As it was at the start: what a model takes once it is loaded must not count against it.
        .AddSingleton(_ => MachineProfile.Read())
        .AddSingleton<ModelJobs>()
        .AddSingleton<ModelWork>()
        .AddSingleton<ModelShelf>()
        .AddSingleton<IModelFiles, InstalledModels>()
        .AddHostedService<ModelOffer>()
        .AddHostedService(provider => provider.GetRequiredService<ModelWork>());

    public static IEndpointRouteBuilder MapModelFiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/models").WithTags("Models").RequireRole(Role.Administrator);
        group.MapGet("", ListModels.Handle).WithName("ListModels");
        group.MapPost("{name}/fetch", FetchModel.Handle).WithName("FetchModel");
        group.MapDelete("{name}/fetch", PauseModel.HandleAsync).WithName("PauseModel");
        group.MapPost("{name}/verify", VerifyModel.Handle).WithName("VerifyModel");
        group.MapDelete("{name}", RemoveModel.Handle).WithName("RemoveModel");
        return routes;
    }
}
