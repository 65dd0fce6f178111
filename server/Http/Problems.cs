using Microsoft.AspNetCore.Http.HttpResults;

namespace RealtimeTraining.Server.Http;

/// <summary>Expected failures: each has a stable code for programs and a sentence that tells a person what to do.</summary>
public static class Problems
{
    public static ProblemHttpResult Problem(string code, int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: [new("code", code)]);

    /// <summary>With one further member, such as <c>retryAfterSeconds</c>.</summary>
    public static ProblemHttpResult Problem(string code, int status, string detail, string member, object? value) =>
        TypedResults.Problem(detail, statusCode: status, extensions: [new("code", code), new(member, value)]);

    public static ProblemHttpResult Invalid(string detail) => Problem("invalid", StatusCodes.Status400BadRequest, detail);

    public static ProblemHttpResult NotFound(string code, string detail) => Problem(code, StatusCodes.Status404NotFound, detail);

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        // Bad requests come to the exception handler in Development and Production alike, so that both give the reason.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ExceptionHandler>();
        return services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(status));
            context.ProblemDetails.Detail ??= DetailOf(status);
        });
    }

    /// <summary>First in the pipeline: every failure below, and every empty 4xx, is answered as ProblemDetails.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler().UseStatusCodePages();

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "invalid",
        StatusCodes.Status401Unauthorized => "signedOut",
        StatusCodes.Status403Forbidden => "notAllowed",
        StatusCodes.Status404NotFound => "notFound",
        StatusCodes.Status405MethodNotAllowed => "wrongMethod",
        StatusCodes.Status413PayloadTooLarge => "tooLarge",
        StatusCodes.Status415UnsupportedMediaType => "notJson",
        StatusCodes.Status429TooManyRequests => "tooManyTries",
        >= 500 => "serverError",
        _ => "refused",
    };

    private static string? DetailOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "You are signed out. Sign in and try again.",
        StatusCodes.Status403Forbidden => "Your role does not allow this. Ask your administrator.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status415UnsupportedMediaType => "Send JSON, with the content type application/json.",
        _ => null,
    };
}
