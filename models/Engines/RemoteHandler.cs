using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace RealtimeTraining.Models.Engines;

/// <summary>Adds the key, tries again where that is safe, and lets nothing through that is no answer. Thread-safe.</summary>
internal sealed partial class RemoteHandler(RemoteServer server, RemoteServerOptions options, RemoteAnswerLimits limits, ILogger logger)
    : DelegatingHandler
{
    private const int FirstDelayMs = 200;

    // Here alone, so that nothing else that handles a request can show it.
    private readonly AuthenticationHeaderValue? key = options.Key() is { } value ? new("Bearer", value) : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = key;
        var began = server.Time.GetTimestamp();
        var retries = request.Options.TryGetValue(RemoteRequest.Once, out var once) && once ? 0 : options.Retries;
        for (var attempt = 0; ; attempt++)
        {
            HttpResponseMessage? response = null;
            TimeSpan delay;
            try
            {
                response = await base.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return Limited(response);
                }
                if (attempt >= retries || !IsPassing(response.StatusCode) || Delay(attempt, response, began) is not { } wait)
                {
                    using (response)
                    {
                        throw await RemoteRefusal.ReadAsync(server, response, cancellationToken);
                    }
                }
                delay = wait;
            }
            catch (Exception e) when (IsUnreached(e, cancellationToken))
            {
                if (attempt >= retries || IsForGood(e) || Delay(attempt, null, began) is not { } wait)
                {
                    throw new RemoteServerException(RemoteFailure.Unreachable,
                        $"{server.Display} cannot be reached ({Reason(e)}): is it running, and is {server.Section}:BaseUrl right?", cause: e);
                }
                delay = wait;
            }
            LogRetry(logger, server.Address, response is null ? 0 : (int)response.StatusCode, (long)delay.TotalMilliseconds);
            response?.Dispose();
            await Task.Delay(delay, server.Time, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Nothing of the request can have arrived.</summary>
    private static bool IsUnreached(Exception e, CancellationToken cancellationToken) => e switch
    {
        HttpRequestException http => http.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        // The connect timeout; the caller's own token is not it.
        OperationCanceledException { InnerException: TimeoutException } => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private static bool IsForGood(Exception e) => e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError };

    private static string Reason(Exception e) => e is HttpRequestException http ? http.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "no such host",
        HttpRequestError.SecureConnectionError => "its certificate or TLS was not accepted",
        HttpRequestError.ProxyTunnelError => "the proxy refused",
        _ => "no connection",
    } : "no connection in time";

    /// <summary>Null when it would be too late: the first byte could not come in time any more.</summary>
    private TimeSpan? Delay(int attempt, HttpResponseMessage? response, long began)
    {
        var stated = response?.Headers.RetryAfter switch
        {
            { Delta: { } after } => after,
            { Date: { } date } => date - server.Time.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        var own = TimeSpan.FromMilliseconds(FirstDelayMs * (1 << attempt) * (0.5 + Random.Shared.NextDouble()));
        var delay = stated > own ? stated : own;
        return server.Time.GetElapsedTime(began) + delay < limits.FirstByte ? delay : null;
    }

    private HttpResponseMessage Limited(HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        var failure = type is not null && !limits.MediaTypes.Any(allowed => Matches(type, allowed))
                ? new RemoteServerException(RemoteFailure.NotUnderstood,
                    $"{server.Display} answered with {Printable(type)} where {string.Join(" or ", limits.MediaTypes)} belongs: is {server.Section}:BaseUrl right?")
            : response.Content.Headers.ContentLength > limits.MaxBytes
                ? new RemoteServerException(RemoteFailure.TooLong,
                    $"{server.Display} announced {response.Content.Headers.ContentLength:N0} bytes; an answer may have {limits.MaxBytes:N0}.")
            : null;
        if (failure is not null)
        {
            response.Dispose();
            throw failure;
        }
        response.Content = new RemoteContent(response.Content, limits.MaxBytes, server.Display);
        return response;
    }

    private static bool Matches(string type, string allowed) => allowed.EndsWith('/')
        ? type.StartsWith(allowed, StringComparison.OrdinalIgnoreCase)
        : type.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    private static string Printable(string type) => type.Length <= 60 ? type : type[..60];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Server} gave no answer (status {Status}); it is asked again in {DelayMs} ms")]
    private static partial void LogRetry(ILogger logger, Uri server, int status, long delayMs);
}
