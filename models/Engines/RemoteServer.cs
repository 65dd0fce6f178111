using Microsoft.Extensions.Logging;

namespace RealtimeTraining.Models.Engines;

/// <summary>
/// The way to one remote server: a connection pool that knows the key, follows no redirect, keeps no cookies, tries
/// again where that is safe and turns whatever is not an answer into <see cref="RemoteServerException"/>. Thread-safe.
/// </summary>
public sealed class RemoteServer : IDisposable
{
    /// <param name="section">The configuration section, for messages: "Engines:OpenAI:Chat".</param>
    /// <param name="limits">What may come back.</param>
    /// <exception cref="ArgumentException">No address is set, or none that can be used.</exception>
    public RemoteServer(RemoteServerOptions options, string section, RemoteAnswerLimits limits, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(limits);
        Address = options.Address() ?? throw new ArgumentException($"{section}:BaseUrl is not set, or is no http address.", nameof(options));
        Section = section;
        Time = time;
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A server on this machine is never asked through a proxy.
            UseProxy = !Address.IsLoopback,
            ConnectTimeout = TimeSpan.FromMilliseconds(options.ConnectTimeoutMs),
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // What is not wanted any more is not read to its end: the connection closes.
            MaxResponseDrainSize = 0,
        };
        Http = new HttpClient(new RemoteHandler(this, options, limits, logger) { InnerHandler = sockets })
        {
            BaseAddress = new Uri($"{Address}/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public Uri Address { get; }

    public string Section { get; }

    public TimeProvider Time { get; }

    /// <summary>Has no time limits of its own: use <see cref="RemoteDeadline"/>.</summary>
    public HttpClient Http { get; }

    /// <summary>"The server at http://localhost:8080/v1".</summary>
    public string Display => $"The server at {Address}";

    public RemoteDeadline Deadline(TimeSpan inAll, CancellationToken cancellationToken) => new(Display, inAll, Time, cancellationToken);

    public void Dispose() => Http.Dispose();
}
