using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <param name="AcceptLicence">A person has read the licence's note and agrees. Matters only where it has to be accepted.</param>
public sealed record ModelFetch(bool AcceptLicence);

/// <summary>Begins to fetch a model, or goes on with it; the list tells how far it is.</summary>
public static class FetchModel
{
    public static Results<Accepted<ModelStanding>, ProblemHttpResult> Handle(string name, ModelFetch request, ModelCatalogue catalogue, ModelWork work, ModelShelf shelf)
    {
        if (catalogue.Named(name) is not { } entry)
        {
            return ModelProblems.Unknown();
        }
        try
        {
            work.Fetch(entry, request.AcceptLicence);
            return TypedResults.Accepted((string?)null, shelf.Of(entry));
        }
        catch (ModelDownloadException refusal)
        {
            return ModelProblems.Refused(refusal);
        }
    }
}
