using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>Stops fetching a model and keeps what has come; fetching it again goes on from there.</summary>
public static class PauseModel
{
    public static async Task<Results<Ok<ModelStanding>, ProblemHttpResult>> HandleAsync(
        string name, ModelCatalogue catalogue, ModelWork work, ModelShelf shelf, CancellationToken cancellationToken)
    {
        if (catalogue.Named(name) is not { } entry)
        {
            return ModelProblems.Unknown();
        }
        await work.PauseAsync(entry, cancellationToken);
        return TypedResults.Ok(shelf.Of(entry));
    }
}
