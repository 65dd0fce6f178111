using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Engines.OpenAI;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

/// <summary>A recogniser for a wire server, with a clock that stands still and a log that is kept.</summary>
internal sealed class RecognizerOn : IAsyncDisposable
{
    public const string Key = "sk-Very-Secret-0123456789";

    private readonly LoggerFactory logging;

    public RecognizerOn(string address, Action<OpenAITranscriptionOptions>? change = null)
    {
        var options = new OpenAITranscriptionOptions { BaseUrl = address, ApiKey = Key };
        change?.Invoke(options);
        logging = new LoggerFactory([Log]);
        Recognizer = new OpenAIRecognizer(options, Clock, logging.CreateLogger<OpenAIRecognizer>());
    }

    public AnnouncingClock Clock { get; } = new();

    public CapturedLog Log { get; } = new();

    public OpenAIRecognizer Recognizer { get; }

    public ValueTask<IRecognitionStream> OpenAsync(params string[] phrases) =>
        Recognizer.OpenAsync(new RecognitionContext(phrases), CancellationToken.None);

    /// <summary>One utterance of a second.</summary>
    public async Task<Transcript> HearAsync(short[]? samples = null)
    {
        await using var stream = await OpenAsync();
        stream.Write(samples ?? Sound.Tone(1_000));
        return await stream.FinishAsync(CancellationToken.None);
    }

    public async Task<RemoteServerException> FailAsync()
    {
        var failure = await Assert.ThrowsAsync<RemoteServerException>(() => HearAsync());
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.All(Log.Lines, line => Assert.DoesNotContain(Key, $"{line.Text} {line.Exception}", StringComparison.Ordinal));
        return failure;
    }

    public async ValueTask DisposeAsync()
    {
        await Recognizer.DisposeAsync();
        logging.Dispose();
    }
}
