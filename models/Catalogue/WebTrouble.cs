using System.Net;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>Says what a failed request means, whether it may pass, and what to do.</summary>
internal static class WebTrouble
{
    private static readonly TimeSpan LongestAfter = TimeSpan.FromMinutes(1);

    public static ModelDownloadException Name(HttpRequestException e, Uri url) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => new(ModelFailures.NoNetwork,
            $"{url.Host} cannot be reached ({e.Message}). Look at the network, set HTTPS_PROXY if there is a proxy, or copy the file in by hand: ./dev models import FILE.", e)
        { MayPass = true },
        HttpRequestError.SecureConnectionError => new(ModelFailures.NotTrusted,
            $"The certificate of {url.Host} is not trusted here ({e.InnerException?.Message ?? e.Message}). Look at the machine's clock; where a proxy looks into https, install its certificate.", e),
        HttpRequestError.ProxyTunnelError => new(ModelFailures.ProxyRefused,
            $"The proxy does not let {url.Host} through ({e.Message}). Ask its administrator, or give a name and a password: HTTPS_PROXY=http://name:password@proxy:port.", e),
        _ => new(ModelFailures.BrokenOff, $"The connection to {url.Host} broke ({e.Message}). Try again: it goes on where it stopped.", e) { MayPass = true },
    };

    public static ModelDownloadException Name(HttpResponseMessage answer, Uri url, DateTimeOffset now)
    {
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new(ModelFailures.NotFound,
                $"{url.Host} does not have this file any more ({status}). Take another model, or copy the file in by hand: ./dev models import FILE."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnavailableForLegalReasons => new(ModelFailures.Refused,
                $"{url.Host} refuses to give the file out ({status}). If a proxy filters downloads, ask its administrator; or copy the file in by hand: ./dev models import FILE."),
            HttpStatusCode.ProxyAuthenticationRequired => new(ModelFailures.ProxyRefused,
                "The proxy wants a name and a password: HTTPS_PROXY=http://name:password@proxy:port."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new(ModelFailures.ServerError,
                $"{url.Host} cannot give the file out just now ({status}). Try again later: it goes on where it stopped.")
            { MayPass = true, After = After(answer, now) },
            _ => new(ModelFailures.ServerError, $"{url.Host} answered {status} instead of the file. Try again later, or copy the file in by hand: ./dev models import FILE."),
        };
    }

    private static TimeSpan? After(HttpResponseMessage answer, DateTimeOffset now)
    {
        var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return asked > LongestAfter ? LongestAfter : asked > TimeSpan.Zero ? asked : null;
    }
}
