using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>Sends samples, gets words, so many at once. Thread-safe.</summary>
internal sealed class TranscriptionClient : IDisposable
{
    private const int MaxAnswerBytes = 4_000_000;

    private readonly OpenAITranscriptionOptions options;
    private readonly RemoteServer server;
    private readonly SemaphoreSlim places;
    private volatile bool plain;

    public TranscriptionClient(OpenAITranscriptionOptions options, TimeProvider time, ILogger logger)
    {
        this.options = options;
        places = new SemaphoreSlim(options.AtOnce);
        server = new RemoteServer(options, OpenAITranscriptionOptions.Section, new RemoteAnswerLimits(
            MaxAnswerBytes, TimeSpan.FromMilliseconds(options.TimeoutMs), ["application/json"]), time, logger);
    }

    /// <exception cref="RemoteServerException">No usable answer.</exception>
    public async Task<Transcript> FinalAsync(ReadOnlyMemory<short> samples, string prompt, CancellationToken cancellationToken)
    {
        using var deadline = server.Deadline(TimeSpan.FromMilliseconds(options.TimeoutMs), cancellationToken);
        await deadline.Explained(token => places.WaitAsync(Timeout.Infinite, token));
        try
        {
            return await deadline.Explained(token => AskAsync(samples, prompt, once: false, token));
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>The words so far; null when all places are taken.</summary>
    /// <exception cref="RemoteServerException">No usable answer.</exception>
    public async Task<Transcript?> PartialAsync(ReadOnlyMemory<short> samples, string prompt, CancellationToken cancellationToken)
    {
        if (!places.Wait(0, CancellationToken.None))
        {
            return null;
        }
        using var deadline = server.Deadline(TimeSpan.FromMilliseconds(options.TimeoutMs), cancellationToken);
        try
        {
            return await deadline.Explained(token => AskAsync(samples, prompt, once: true, token));
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => server.Dispose();

    private async Task<Transcript> AskAsync(ReadOnlyMemory<short> samples, string prompt, bool once, CancellationToken cancellationToken)
    {
        if (!plain)
        {
            try
            {
                return await AskAsync(samples, prompt, verbose: true, once, cancellationToken);
            }
            catch (RemoteServerException e) when (e.Failure == RemoteFailure.RequestRefused)
            {
                // Some models know only plain json; what is wrong with the request otherwise shows again below.
            }
        }
        var transcript = await AskAsync(samples, prompt, verbose: false, once, cancellationToken);
        plain = true;
        return transcript;
    }

    private async Task<Transcript> AskAsync(ReadOnlyMemory<short> samples, string prompt, bool verbose, bool once, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "audio/transcriptions") { Content = Form(samples.Span, prompt, verbose) };
        request.Options.Set(RemoteRequest.Once, once);
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await TranscriptionAnswer.ReadAsync(body, (int)AudioFormat.Milliseconds(samples.Length), cancellationToken);
    }

    private MultipartFormDataContent Form(ReadOnlySpan<short> samples, string prompt, bool verbose)
    {
        var form = new MultipartFormDataContent();
        // Not every server understands a boundary in quotes.
        var boundary = form.Headers.ContentType!.Parameters.First();
        boundary.Value = boundary.Value!.Trim('"');
        Add(form, "model", options.Model);
        Add(form, "response_format", verbose ? "verbose_json" : "json");
        Add(form, "temperature", "0");
        if (verbose)
        {
            Add(form, "timestamp_granularities[]", "word");
            Add(form, "timestamp_granularities[]", "segment");
        }
        if (options.Language.Length > 0)
        {
            Add(form, "language", options.Language);
        }
        if (prompt.Length > 0)
        {
            Add(form, "prompt", prompt);
        }
        foreach (var (name, value) in options.Extra)
        {
            Add(form, name, value);
        }
        var wav = new byte[WavHeader.Bytes + samples.Length * Pcm.BytesPerSample];
        WavHeader.Write(wav, 1, AudioFormat.SampleRateHz, (uint)(samples.Length * Pcm.BytesPerSample));
        Pcm.ToBytes(samples, wav.AsSpan(WavHeader.Bytes));
        var file = new ByteArrayContent(wav);
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        Add(form, "file", file, "utterance.wav");
        return form;
    }

    private static void Add(MultipartFormDataContent form, string name, string value)
    {
        var content = new StringContent(value);
        content.Headers.ContentType = null;
        Add(form, name, content, null);
    }

    /// <summary>With names in quotes, which some servers insist on and .NET leaves out.</summary>
    private static void Add(MultipartFormDataContent form, string name, HttpContent content, string? fileName)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{name}\"",
            FileName = fileName is null ? null : $"\"{fileName}\"",
        };
        form.Add(content);
    }
}
