using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>
/// Speaks through a server of the OpenAI form, passing sound on as it comes. Thread-safe. Fails with
/// <see cref="RemoteServerException"/>; cancelling closes the connection, so that the server can stop.
/// </summary>
public sealed class OpenAISynthesizer : ISpeechSynthesizer
{
    private const int MaxTextChars = 2_000;
    private const int BufferBytes = 4_800;

    // The most that a clip can take: 48 kHz, two channels.
    private const int MostBytesPerMs = 48 * 2 * Pcm.BytesPerSample;

    // So that the resampler's table, which grows as the rates have less in common, stays small.
    private const int RateStepHz = 80;

    private readonly OpenAISpeechOptions options;
    private readonly RemoteServer server;
    private readonly SemaphoreSlim places;

    public OpenAISynthesizer(OpenAISpeechOptions options, TimeProvider time, ILogger<OpenAISynthesizer> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        this.options = options;
        places = new SemaphoreSlim(options.AtOnce);
        Voices = [new Voice(options.Female, "female"), new Voice(options.Male, "male"),
            .. options.Voices.Select(voice => new Voice(voice.Key, voice.Value.Kind))];
        server = new RemoteServer(options, OpenAISpeechOptions.Section, new RemoteAnswerLimits(
            (long)options.MaxClipMs * MostBytesPerMs, TimeSpan.FromMilliseconds(options.FirstSoundTimeoutMs),
            ["audio/", "application/octet-stream"]), time, logger);
    }

    public string Name => "openai";

    public IReadOnlyList<Voice> Voices { get; }

    /// <exception cref="ArgumentException">Empty or too long a text, an unknown voice, rate or pitch out of range.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > MaxTextChars)
        {
            throw new ArgumentException(
                $"The text to speak has {request.Text?.Length ?? 0} characters; 1 to {MaxTextChars:N0} can be spoken at once.", nameof(request));
        }
        if (request.Rate is not (>= 0.5 and <= 2) || request.Pitch is not (>= 0.5 and <= 2))
        {
            throw new ArgumentOutOfRangeException(nameof(request), "The rate and the pitch of a voice lie between 0.5 and 2.");
        }
        return Speak(Order(request), request.Pitch, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<short>> Speak(
        Dictionary<string, object> order, double pitch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = server.Deadline(Timeout.InfiniteTimeSpan, cancellationToken);
        deadline.Await("the first sound", TimeSpan.FromMilliseconds(options.FirstSoundTimeoutMs));
        await deadline.Explained(token => places.WaitAsync(Timeout.Infinite, token));
        try
        {
            using var response = await deadline.Explained(token => SendAsync(order, token));
            await using var body = await deadline.Explained(response.Content.ReadAsStreamAsync);
            var clip = new ClipDecoder(server.Display, options.PcmRateHz, response.Content.Headers.ContentType?.MediaType);
            var buffer = new byte[BufferBytes];
            Resampler? resampler = null;
            while (await deadline.Explained(token => body.ReadAsync(buffer, token).AsTask()) is > 0 and var read)
            {
                var samples = clip.Add(buffer.AsSpan(0, read));
                if (samples.Length > 0)
                {
                    deadline.Arrived();
                    resampler ??= new Resampler(Pitched(clip.RateHz, pitch), AudioFormat.SampleRateHz);
                    var converted = resampler.Process(samples);
                    if (converted.Length > 0)
                    {
                        yield return converted;
                    }
                    deadline.Await("more sound", TimeSpan.FromMilliseconds(options.StallTimeoutMs));
                }
                if (clip.Milliseconds > options.MaxClipMs)
                {
                    throw new RemoteServerException(RemoteFailure.TooLong,
                        $"{server.Display} spoke for more than {options.MaxClipMs:N0} ms, which is more than {OpenAISpeechOptions.Section}:MaxClipMs.");
                }
            }
            deadline.Arrived();
            clip.End();
            if (resampler?.Finish() is { Length: > 0 } rest)
            {
                yield return rest;
            }
        }
        finally
        {
            places.Release();
        }
    }

    private Task<HttpResponseMessage> SendAsync(Dictionary<string, object> order, CancellationToken cancellationToken)
    {
        // Whole, and so with its length, which the simplest servers need.
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(order));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "audio/speech") { Content = content };
        return server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private Dictionary<string, object> Order(SpeechRequest request)
    {
        var order = new Dictionary<string, object>
        {
            ["model"] = options.Model,
            ["input"] = request.Text,
            ["voice"] = ServersVoice(request.Voice),
            ["response_format"] = options.Format,
        };
        // The pitch is made here, by playing faster or slower, so that much slower or faster it is to be spoken.
        var speed = Math.Clamp(request.Rate / request.Pitch, 0.25, 4);
        if (Math.Abs(speed - 1) > 0.005)
        {
            order["speed"] = Math.Round(speed, 3);
        }
        return order;
    }

    private string ServersVoice(string name) =>
        options.Voices.TryGetValue(name, out var voice) ? voice.Id
        : name == "female" || name == options.Female ? options.Female
        : name == "male" || name == options.Male ? options.Male
        : throw new ArgumentException(
            $"No voice \"{name}\" is set. There are {string.Join(", ", Voices.Select(known => known.Id))}, and \"female\" and \"male\"; more are set in {OpenAISpeechOptions.Section}:Voices.", nameof(name));

    /// <summary>The rate at which the sound would have this pitch, to within one percent.</summary>
    private static int Pitched(int rateHz, double pitch) =>
        Math.Abs(pitch - 1) < 0.005 ? rateHz : (int)Math.Round(rateHz * pitch / RateStepHz) * RateStepHz;
}
