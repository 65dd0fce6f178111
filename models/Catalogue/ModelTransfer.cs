using System.Net;
using System.Net.Http.Headers;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>One connection's worth of a download: asks for what is missing and writes it to the part, never a byte more than the model has.</summary>
internal sealed class ModelTransfer(HttpMessageInvoker http, ModelDownloadOptions options, TimeProvider clock)
{
    private const int MaxRedirects = 8;

    /// <summary>Returns when the part is as long as the model.</summary>
    /// <exception cref="ModelDownloadException"/>
    public async Task RunAsync(ModelEntry entry, PartFile part, TransferMeter meter, CancellationToken cancel)
    {
        using var idle = new CancellationTokenSource(TimeSpan.FromMilliseconds(options.IdleTimeoutMs), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, idle.Token);
        try
        {
            var there = part.Length;
            using var answer = await AskAsync(entry.Url, there, part.Etag, either.Token).ConfigureAwait(false);
            await using var file = Accept(entry, part, answer, there);
            meter.Begin(there = file.Length);
            await using var body = await answer.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            var buffer = new byte[FileHash.BufferBytes];
            while (await ReadAsync(body, buffer, entry.Url, either.Token).ConfigureAwait(false) is > 0 and var count)
            {
                if (there + count > entry.Bytes)
                {
                    throw TooMuch(entry, part, file);
                }
                await WriteAsync(file, buffer.AsMemory(0, count), part, cancel).ConfigureAwait(false);
                there += count;
                // Before anybody is told, so that who knows of these bytes knows that the time runs anew.
                idle.CancelAfter(options.IdleTimeoutMs);
                meter.At(there);
            }
            if (there < entry.Bytes)
            {
                throw new ModelDownloadException(ModelFailures.BrokenOff,
                    $"{entry.Url.Host} ended {entry.Name} after {there:N0} of {entry.Bytes:N0} bytes. Try again: it goes on where it stopped.") { MayPass = true };
            }
            DiskTrouble.Named(Path.GetDirectoryName(part.Path)!, () =>
            {
                file.Flush(flushToDisk: true);
                return true;
            });
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !idle.IsCancellationRequested)
        {
            throw new ModelDownloadException(ModelFailures.NoNetwork,
                $"{entry.Url.Host} does not answer. Look at the network, set HTTPS_PROXY if there is a proxy, or copy the file in by hand: ./dev models import FILE.", e) { MayPass = true };
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new ModelDownloadException(ModelFailures.Stalled,
                $"Nothing came from {entry.Url.Host} for {options.IdleTimeoutMs / 1000} seconds. Try again: it goes on where it stopped.", e) { MayPass = true };
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri url, long from, string? etag, CancellationToken cancel)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            Allow(url);
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("RealtimeTraining", null));
            if (from > 0)
            {
                request.Headers.Range = new RangeHeaderValue(from, null);
                request.Headers.IfRange = etag is not null && EntityTagHeaderValue.TryParse(etag, out var tag) ? new RangeConditionHeaderValue(tag) : null;
            }
            HttpResponseMessage answer;
            try
            {
                answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
            }
            catch (HttpRequestException e)
            {
                throw WebTrouble.Name(e, url);
            }
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
            {
                return answer;
            }
            answer.Dispose();
            url = Uri.TryCreate(url, location, out var next) ? next
                : throw new ModelDownloadException(ModelFailures.BadRedirect, $"{url.Host} sends on to something that is no address. Try again later.");
        }
        throw new ModelDownloadException(ModelFailures.BadRedirect, $"{url.Host} sends on to yet another address, more than {MaxRedirects} times. Try again later.");
    }

    private void Allow(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !(options.AllowLoopback && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        {
            throw new ModelDownloadException(ModelFailures.BadRedirect,
                $"The download leads to {url.GetLeftPart(UriPartial.Authority)}, which is not https, so it was not followed. If a proxy's sign-in page is in between, sign in first.");
        }
    }

    private FileStream Accept(ModelEntry entry, PartFile part, HttpResponseMessage answer, long from)
    {
        switch (answer.StatusCode)
        {
            case HttpStatusCode.OK when answer.Content.Headers.ContentLength is { } length && length != entry.Bytes:
                throw new ModelDownloadException(ModelFailures.WrongSize,
                    $"{entry.Url.Host} offers {length:N0} bytes for {entry.Name} instead of {entry.Bytes:N0}: a sign-in page of a proxy, or another version. Look at {entry.Url} in a browser.");
            case HttpStatusCode.OK:
                return part.Begin(answer.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null);
            case HttpStatusCode.PartialContent when from > 0 && answer.Content.Headers.ContentRange is { Unit: "bytes", From: { } start } range && start == from:
                return range.Length is { } whole && whole != entry.Bytes ? throw OtherVersion(entry, part) : part.Append();
            case HttpStatusCode.PartialContent:
            case HttpStatusCode.RequestedRangeNotSatisfiable when from > 0:
                throw OtherVersion(entry, part);
            default:
                throw WebTrouble.Name(answer, entry.Url, clock.GetUtcNow());
        }
    }

    /// <summary>What is there does not fit to what the server has, so the next try begins at the start.</summary>
    private static ModelDownloadException OtherVersion(ModelEntry entry, PartFile part)
    {
        part.Delete();
        return new ModelDownloadException(ModelFailures.WrongSize,
            $"{entry.Url.Host} has another version of {entry.Name} than the one that was begun. Try again: it begins anew.") { MayPass = true };
    }

    private static ModelDownloadException TooMuch(ModelEntry entry, PartFile part, FileStream file)
    {
        file.Dispose();
        part.Delete();
        return new ModelDownloadException(ModelFailures.WrongSize,
            $"{entry.Url.Host} sends more than the {entry.Bytes:N0} bytes that {entry.Name} has, so it was thrown away. Look at {entry.Url} in a browser.");
    }

    private static async Task<int> ReadAsync(Stream body, byte[] buffer, Uri url, CancellationToken cancel)
    {
        try
        {
            return await body.ReadAsync(buffer, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new ModelDownloadException(ModelFailures.BrokenOff, $"The connection to {url.Host} broke. Try again: it goes on where it stopped.", e) { MayPass = true };
        }
    }

    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, PartFile part, CancellationToken cancel)
    {
        try
        {
            await file.WriteAsync(bytes, cancel).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw DiskTrouble.Name(e, Path.GetDirectoryName(part.Path)!);
        }
    }
}
