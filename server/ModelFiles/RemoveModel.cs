using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>Takes a model, or the part of it that has come, from the server's own folder.</summary>
public static class RemoveModel
{
    public static Results<Ok<ModelStanding>, ProblemHttpResult> Handle(string name, ModelCatalogue catalogue, ModelStore store, ModelWork work, ModelShelf shelf)
    {
        if (catalogue.Named(name) is not { } entry)
        {
            return ModelProblems.Unknown();
        }
        try
        {
            return work.Remove(entry) ? TypedResults.Ok(shelf.Of(entry))
                : store.Look(entry).Path is { } offered ? Problems.Problem("notOurs", StatusCodes.Status409Conflict, $"{offered} lies in a folder that this server only reads. Remove it there.")
                : Problems.NotFound("modelNotInstalled", $"{entry.Name} is not on this machine.");
        }
        catch (ModelDownloadException refusal)
        {
            return ModelProblems.Refused(refusal);
        }
    }
}
