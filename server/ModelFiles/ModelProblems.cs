using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Catalogue;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.ModelFiles;

internal static class ModelProblems
{
    public static ProblemHttpResult Unknown() => Problems.NotFound("modelNotFound", "The catalogue has no model of this name. Choose one of the list.");

    public static ProblemHttpResult Refused(ModelDownloadException refusal) => Problems.Problem(refusal.Code, StatusCodes.Status409Conflict, refusal.Message);
}
