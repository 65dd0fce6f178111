using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Calls;

public static class CallProblems
{
    // Another tenant's or trainee's call is not there, rather than forbidden: knowing an id tells nothing.
    public static ProblemHttpResult NotFound() => Of(StatusCodes.Status404NotFound, CallError.NotFound());

    public static ProblemHttpResult Of(int status, CallError error) => Problems.Problem(error.Code, status, error.Text);
}
