namespace RealtimeTraining.Server.Accounts;

/// <summary>
/// Turns away what another web site makes a signed-in browser send: every request that changes something, and every
/// hub connection, must come from this server's own pages. Programs that are not browsers send neither header and pass;
/// they hold no cookie of somebody else's. Further origins: <c>Http:AllowedOrigins</c>.
/// </summary>
public sealed class OriginCheck(RequestDelegate next, IConfiguration configuration, IHostEnvironment environment)
{
    private readonly HashSet<string> allowed =
        new(configuration.GetSection("Http:AllowedOrigins").Get<string[]>() ?? [], StringComparer.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        if (Changes(context.Request) && !IsOurs(context.Request))
        {
            await Http.Problems.Problem("otherOrigin", StatusCodes.Status403Forbidden,
                "This request came from another web site. Open RealtimeTraining itself and try again.").ExecuteAsync(context);
            return;
        }
        await next(context);
    }

    private static bool Changes(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    private bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && allowed.Contains(origin))
        {
            return true;
        }
        // The browser's own judgement, which a page cannot forge and a proxy does not change.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (IsHost(from, request) || (environment.IsDevelopment() && from.IsLoopback)));
    }

    private static bool IsHost(Uri from, HttpRequest request) =>
        string.Equals(from.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && from.Port == (request.Host.Port ?? (from.Scheme == Uri.UriSchemeHttps ? 443 : 80));
}
