using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace RealtimeTraining.Server.Http;

/// <summary>The one place that turns what nobody expected into ProblemDetails with a code and a trace id.</summary>
public sealed partial class ExceptionHandler(IProblemDetailsService problems, ILogger<ExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var bad = exception as BadHttpRequestException;
        if (bad is null)
        {
            Unexpected(log, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName, exception);
        }
        var status = bad?.StatusCode ?? StatusCodes.Status500InternalServerError;
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails
            {
                Status = status,
                Detail = bad is null
                    ? "Something went wrong on the server. Try again; if it happens again, give the trace id to whoever runs it."
                    : Reason(bad),
            },
        });
    }

    /// <summary>A JSON error says where it is; the outer message only names a parameter of ours.</summary>
    private static string Reason(BadHttpRequestException bad) =>
        bad.InnerException is System.Text.Json.JsonException json
            ? $"The request is not the JSON that was expected (line {json.LineNumber + 1}, at {json.Path ?? "the start"})."
            : bad.Message;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed")]
    private static partial void Unexpected(ILogger log, string method, string? endpoint, Exception exception);
}
