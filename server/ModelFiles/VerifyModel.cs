using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>Begins to read a model's whole file again; the list tells how far it is.</summary>
public static class VerifyModel
{
    public static Results<Accepted<ModelStanding>, ProblemHttpResult> Handle(string name, ModelCatalogue catalogue, ModelWork work, ModelShelf shelf)
    {
        if (catalogue.Named(name) is not { } entry)
        {
            return ModelProblems.Unknown();
        }
        try
        {
            work.Verify(entry);
            return TypedResults.Accepted((string?)null, shelf.Of(entry));
        }
        catch (ModelDownloadException refusal)
        {
            return ModelProblems.Refused(refusal);
        }
    }
}
