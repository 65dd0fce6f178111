using System.Net.Sockets;
using System.Text;

namespace RealtimeTraining.TestKit;

/// <summary>One request, and the hands to answer it with.</summary>
public sealed class WireExchange(WireRequest request, TcpClient client, NetworkStream stream, CancellationToken testOver)
{
    public WireRequest Request => request;

    /// <summary>The connection is done with.</summary>
    public bool Over { get; private set; }

    /// <summary>Cancelled when the test ends.</summary>
    public CancellationToken TestOver => testOver;

    public Task RawAsync(string text) => RawAsync(Encoding.UTF8.GetBytes(text));

    public async Task RawAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, testOver);
        await stream.FlushAsync(testOver);
    }

    /// <summary>A whole answer with its true length.</summary>
    /// <param name="headers">Further lines, such as "Retry-After: 1".</param>
    public Task AnswerAsync(int status, string mediaType, ReadOnlyMemory<byte> body, params string[] headers)
    {
        var head = $"HTTP/1.1 {status} Said\r\nContent-Type: {mediaType}\r\nContent-Length: {body.Length}\r\n"
            + string.Concat(headers.Select(header => $"{header}\r\n")) + "\r\n";
        return RawAsync(new ReadOnlyMemory<byte>([.. Encoding.UTF8.GetBytes(head), .. body.Span]));
    }

    public Task JsonAsync(string json, int status = 200, params string[] headers) =>
        AnswerAsync(status, "application/json", Encoding.UTF8.GetBytes(json), headers);

    /// <summary>The head of an answer that comes in chunks.</summary>
    public Task BeginAsync(string mediaType) =>
        RawAsync($"HTTP/1.1 200 OK\r\nContent-Type: {mediaType}\r\nTransfer-Encoding: chunked\r\n\r\n");

    public Task ChunkAsync(string text) => ChunkAsync(Encoding.UTF8.GetBytes(text));

    public Task ChunkAsync(ReadOnlyMemory<byte> bytes) =>
        RawAsync(new ReadOnlyMemory<byte>([.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, (byte)'\r', (byte)'\n']));

    public Task EndAsync() => RawAsync("0\r\n\r\n");

    /// <summary>Ends the connection in good manners, whatever was promised.</summary>
    public void Close()
    {
        Over = true;
        client.Client.Shutdown(SocketShutdown.Both);
    }

    /// <summary>Ends the sending half only; the other stays open.</summary>
    public void CloseHalf()
    {
        Over = true;
        client.Client.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Until the client has closed the connection.</summary>
    public async Task UntilClientIsGoneAsync()
    {
        Over = true;
        try
        {
            while (await stream.ReadAsync(new byte[256], testOver) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset rather than closed: gone as well.
        }
    }

    /// <summary>Says nothing more until the test ends.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, testOver);
}
