using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Engines.OpenAI;
using RealtimeTraining.Speech.Synthesis;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

/// <summary>A voice for a wire server, with a clock that stands still and a log that is kept.</summary>
internal sealed class VoiceOn : IAsyncDisposable
{
    public const string Key = "sk-Very-Secret-0123456789";

    private readonly LoggerFactory logging;

    public VoiceOn(string address, Action<OpenAISpeechOptions>? change = null)
    {
        var options = new OpenAISpeechOptions { BaseUrl = address, ApiKey = Key };
        change?.Invoke(options);
        logging = new LoggerFactory([Log]);
        Voice = new OpenAISynthesizer(options, Clock, logging.CreateLogger<OpenAISynthesizer>());
    }

    public AnnouncingClock Clock { get; } = new();

    public CapturedLog Log { get; } = new();

    public OpenAISynthesizer Voice { get; }

    public async Task<short[]> SpeakAsync(SpeechRequest? request = null)
    {
        var samples = new List<short>();
        await foreach (var chunk in Voice.SpeakAsync(request ?? new SpeechRequest("My knee hurts.", "female"), CancellationToken.None))
        {
            samples.AddRange(chunk.Span);
        }
        return [.. samples];
    }

    public async Task<RemoteServerException> FailAsync()
    {
        var failure = await Assert.ThrowsAsync<RemoteServerException>(() => SpeakAsync());
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("My knee", failure.ToString(), StringComparison.Ordinal);
        Assert.All(Log.Lines, line => Assert.DoesNotContain(Key, $"{line.Text} {line.Exception}", StringComparison.Ordinal));
        return failure;
    }

    public async ValueTask DisposeAsync()
    {
        await Voice.DisposeAsync();
        logging.Dispose();
    }
}
