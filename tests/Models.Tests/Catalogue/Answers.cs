using System.Text;

namespace RealtimeTraining.Models.Tests.Catalogue;

/// <summary>What a <see cref="ModelServer"/> can be told to do.</summary>
internal static class Answers
{
    /// <summary>As a good server: the whole, or the range that is asked for.</summary>
    public static ModelServer.Answer Good(byte[] body, string? etag = "\"v1\"") => async (stream, request, ending) =>
    {
        var from = From(request);
        await ModelServer.HeadAsync(stream, from > 0 ? "206 Partial Content" : "200 OK",
            [$"Content-Length: {body.Length - from}", .. Etag(etag), .. from > 0 ? [$"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}"] : Array.Empty<string>()]);
        await stream.WriteAsync(body.AsMemory(from), ending);
    };

    /// <summary>The whole, whatever was asked for.</summary>
    public static ModelServer.Answer Whole(byte[] body, string? etag = "\"v1\"") => async (stream, _, ending) =>
    {
        await ModelServer.HeadAsync(stream, "200 OK", [$"Content-Length: {body.Length}", .. Etag(etag)]);
        await stream.WriteAsync(body, ending);
    };

    /// <summary>Promises the whole and hangs up after a part of it.</summary>
    public static ModelServer.Answer BreakOff(byte[] body, int after, string? etag = "\"v1\"") => async (stream, request, ending) =>
    {
        var from = From(request);
        await ModelServer.HeadAsync(stream, from > 0 ? "206 Partial Content" : "200 OK",
            [$"Content-Length: {body.Length - from}", .. Etag(etag), .. from > 0 ? [$"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}"] : Array.Empty<string>()]);
        await stream.WriteAsync(body.AsMemory(from, after), ending);
    };

    /// <summary>Sends a part and then nothing any more, without hanging up.</summary>
    public static ModelServer.Answer Stall(byte[] body, int after) => async (stream, _, ending) =>
    {
        await ModelServer.HeadAsync(stream, "200 OK", $"Content-Length: {body.Length}", "ETag: \"v1\"");
        await stream.WriteAsync(body.AsMemory(0, after), ending);
        await Task.Delay(Timeout.Infinite, ending);
    };

    /// <summary>Sends piece by piece, each when the test opens its gate.</summary>
    public static ModelServer.Answer Gated(byte[] body, params (int Bytes, Task Gate)[] pieces) => async (stream, _, ending) =>
    {
        await ModelServer.HeadAsync(stream, "200 OK", $"Content-Length: {body.Length}");
        var sent = 0;
        foreach (var (bytes, gate) in pieces)
        {
            await gate.WaitAsync(ending);
            await stream.WriteAsync(body.AsMemory(sent, bytes), ending);
            await stream.FlushAsync(ending);
            sent += bytes;
        }
    };

    /// <summary>Without saying how much will come.</summary>
    public static ModelServer.Answer Chunked(byte[] body) => async (stream, _, ending) =>
    {
        await ModelServer.HeadAsync(stream, "200 OK", "Transfer-Encoding: chunked");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), ending);
        await stream.WriteAsync(body, ending);
        await stream.WriteAsync("\r\n0\r\n\r\n"u8.ToArray(), ending);
    };

    /// <summary>Says one range and length, whatever was asked for.</summary>
    public static ModelServer.Answer Partial(byte[] body, string contentRange) => async (stream, _, ending) =>
    {
        await ModelServer.HeadAsync(stream, "206 Partial Content", $"Content-Length: {body.Length}", $"Content-Range: {contentRange}");
        await stream.WriteAsync(body, ending);
    };

    public static ModelServer.Answer Status(string status, params string[] headers) => async (stream, _, _) =>
        await ModelServer.HeadAsync(stream, status, ["Content-Length: 0", .. headers]);

    private static string[] Etag(string? etag) => etag is null ? [] : [$"ETag: {etag}"];

    private static int From(string request) => ModelServer.Header(request, "Range") is { } range ? int.Parse(range["bytes=".Length..].TrimEnd('-')) : 0;
}
