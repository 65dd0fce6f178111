using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace RealtimeTraining.TestKit;

/// <summary>A request as it came over the wire.</summary>
public sealed record WireRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The parts of a multipart form by name; the file's name is under "filename".</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> FormAsync()
    {
        var type = MediaTypeHeaderValue.Parse(Headers["Content-Type"]);
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, new MemoryStream(Body));
        var parts = new Dictionary<string, byte[]>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition!);
            using var body = new MemoryStream();
            await section.Body.CopyToAsync(body);
            parts.Add(HeaderUtilities.RemoveQuotes(disposition.Name).Value!, body.ToArray());
            if (disposition.FileName.HasValue)
            {
                parts.Add("filename", Encoding.UTF8.GetBytes(HeaderUtilities.RemoveQuotes(disposition.FileName).Value!));
            }
        }
        return parts;
    }

    /// <summary>Null when the client closed the connection instead.</summary>
    internal static async Task<WireRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await LineAsync(stream, cancellationToken) is not { Length: > 0 } first)
        {
            return null;
        }
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(stream, cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
        using var body = new MemoryStream();
        if (headers.TryGetValue("Content-Length", out var length))
        {
            await CopyAsync(stream, body, int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        }
        else if (headers.ContainsKey("Transfer-Encoding"))
        {
            while (int.Parse(await LineAsync(stream, cancellationToken) ?? "0", NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
            {
                await CopyAsync(stream, body, size, cancellationToken);
                await LineAsync(stream, cancellationToken);
            }
            await LineAsync(stream, cancellationToken);
        }
        var words = first.Split(' ');
        return new WireRequest(words[0], words[1], headers, body.ToArray());
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await from.ReadExactlyAsync(bytes, cancellationToken);
        to.Write(bytes);
    }

    private static async Task<string?> LineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }
            line.Append((char)one[0]);
        }
        return null;
    }
}
