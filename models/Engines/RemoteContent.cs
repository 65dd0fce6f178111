using System.Net;

namespace RealtimeTraining.Models.Engines;

/// <summary>An answer's content behind <see cref="RemoteBody"/>. Owns the content it reads.</summary>
internal sealed class RemoteContent : HttpContent
{
    private readonly HttpContent inner;
    private readonly long maxBytes;
    private readonly string server;

    public RemoteContent(HttpContent inner, long maxBytes, string server)
    {
        (this.inner, this.maxBytes, this.server) = (inner, maxBytes, server);
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new RemoteBody(await inner.ReadAsStreamAsync(cancellationToken), maxBytes, server);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var body = await CreateContentReadStreamAsync(cancellationToken);
        await body.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
