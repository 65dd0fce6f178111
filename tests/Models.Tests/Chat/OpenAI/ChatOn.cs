using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Chat.OpenAI;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Chat.OpenAI;

/// <summary>A client for a wire server, with a clock that stands still and a log that is kept.</summary>
internal sealed class ChatOn : IDisposable
{
    public const string Key = "sk-Very-Secret-0123456789";

    private readonly LoggerFactory logging;

    public ChatOn(string address, Action<OpenAIChatOptions>? change = null)
    {
        var options = new OpenAIChatOptions { BaseUrl = address, ApiKey = Key, Model = "tiny" };
        change?.Invoke(options);
        logging = new LoggerFactory([Log]);
        Client = new OpenAIChatClient(options, Clock, logging.CreateLogger<OpenAIChatClient>());
    }

    public AnnouncingClock Clock { get; } = new();

    public CapturedLog Log { get; } = new();

    public OpenAIChatClient Client { get; }

    public static ChatMessage[] Asked { get; } =
        [new(ChatRole.System, "You are a patient."), new(ChatRole.User, "What brings you in?")];

    public Task<ChatResponse> AskAsync(ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Client.GetResponseAsync(Asked, options, cancellationToken);

    /// <summary>The way it fails, seen to give nothing away.</summary>
    public async Task<RemoteServerException> FailAsync()
    {
        var failure = await Assert.ThrowsAsync<RemoteServerException>(() => AskAsync());
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("What brings you in", failure.ToString(), StringComparison.Ordinal);
        Assert.All(Log.Lines, line => Assert.DoesNotContain(Key, $"{line.Text} {line.Exception}", StringComparison.Ordinal));
        return failure;
    }

    public void Dispose()
    {
        Client.Dispose();
        logging.Dispose();
    }
}
