using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RealtimeTraining.Models.Tests.Catalogue;

/// <summary>
/// A web server on this machine that does as it is told, connection by connection: it can break off, lie, hang. Each
/// connection carries one request; when it has run out of answers it repeats the last one.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Queue<Answer> _answers;
    private readonly List<string> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public ModelServer(params Answer[] answers)
        : this(null, answers)
    {
    }

    public ModelServer(X509Certificate2? certificate, params Answer[] answers)
    {
        (_certificate, _answers) = (certificate, new Queue<Answer>(answers));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What is written after the request's head was read.</summary>
    public delegate Task Answer(Stream stream, string request, CancellationToken ending);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The heads of all requests, in order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public Uri Url(string path = "model.bin") => new($"http{(_certificate is null ? "" : "s")}://localhost:{Port}/{path}");

    /// <summary>What stands after a header's name, or null.</summary>
    public static string? Header(string request, string name) => request.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                _connections.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var closing = client;
        try
        {
            Stream stream = client.GetStream();
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                stream = secure;
            }
            var head = await ReadHeadAsync(stream);
            if (head.Length == 0)
            {
                return;
            }
            Answer answer;
            lock (_requests)
            {
                _requests.Add(head);
                answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
            }
            await answer(stream, head, _ending.Token);
            await stream.FlushAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The other side has hung up, or the test is over.
        }
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, _ending.Token) > 0)
        {
            head.Append((char)one[0]);
        }
        return head.ToString();
    }

    internal static ValueTask HeadAsync(Stream stream, string status, params string[] headers) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n")));
}
