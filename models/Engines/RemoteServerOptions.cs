using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Models.Engines;

/// <summary>A server that an engine asks over HTTP. Without <see cref="BaseUrl"/> the engine is off.</summary>
public abstract class RemoteServerOptions : IValidatableObject
{
    /// <summary>Up to and with the version: "http://localhost:8080/v1". Without a path "/v1" is meant.</summary>
    [StringLength(2_000)]
    public string? BaseUrl { get; set; }

    /// <summary>Sent as a bearer token; a server of one's own often wants none.</summary>
    [StringLength(4_000)]
    public string? ApiKey { get; set; }

    /// <summary>To connect, once. Default 2,000 ms, 100 to 30,000.</summary>
    [Range(100, 30_000)]
    public int ConnectTimeoutMs { get; set; } = 2_000;

    /// <summary>
    /// Further tries where a try did no harm: the server was not reached, or said 429, 502, 503 or 504. Only before the
    /// first byte of an answer and within the time to it. Default 2, 0 to 5.
    /// </summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(BaseUrl) && Address() is null)
        {
            yield return new ValidationResult(
                "BaseUrl has to be an http or https address such as http://localhost:8080/v1, with no user name, ? or # in it.",
                [nameof(BaseUrl)]);
        }
        // The message must not hold the key.
        if (Key() is { } key && key.Any(c => c is < '!' or > '~'))
        {
            yield return new ValidationResult(
                "ApiKey holds spaces, line ends or letters that no key has: copy it again.", [nameof(ApiKey)]);
        }
    }

    /// <summary>Null when none is set, or none that can be used.</summary>
    public Uri? Address()
    {
        if (!Uri.TryCreate(BaseUrl?.Trim(), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.Host.Length == 0
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return null;
        }
        var path = address.AbsolutePath.TrimEnd('/');
        return new Uri(address, path.Length == 0 ? "/v1" : path);
    }

    /// <summary>Null when none is set.</summary>
    public string? Key() => string.IsNullOrWhiteSpace(ApiKey) ? null : ApiKey.Trim();
}
