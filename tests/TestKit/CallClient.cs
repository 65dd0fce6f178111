using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.TestKit;

/// <summary>A trainee's browser in a call, without a browser: the hub's real socket, its events, audio both ways.</summary>
public sealed class CallClient : IAsyncDisposable
{
    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly ConcurrentQueue<int> _flushes = new();
    private readonly Channel<bool> _news = Channel.CreateUnbounded<bool>();
    private HubClient _hub = null!;

    public CallId Id { get; private set; }

    public CallState State { get; private set; } = null!;

    /// <summary>Everything that happened, in the order it was told, what a state brought with it among it.</summary>
    public IReadOnlyList<CallEvent> Events => [.. _events];

    public IReadOnlyList<int> Flushes => [.. _flushes];

    public HubClient Hub => _hub;

    public long LastSeq => _events.Select(e => e.Seq).DefaultIfEmpty(0).Max();

    /// <param name="framing">The hub's protocol; null: JSON.</param>
    public static async Task<CallClient> ConnectAsync(TestBrowser browser, IHubFraming? framing = null)
    {
        var client = new CallClient();
        client._hub = await HubClient.ConnectAsync(browser.Address, "/hubs/call", browser.Cookies, client.Called, framing);
        return client;
    }

    public async Task<CallState> StartAsync(string scenarioId, Difficulty difficulty = Difficulty.Beginner, bool voice = false, int? seed = 1) =>
        Took(await _hub.InvokeAsync<CallState>("Start", new StartCall(scenarioId, difficulty, seed, voice)));

    public async Task<CallState> ResumeAsync(CallId id, long lastSeq) => Took(await _hub.InvokeAsync<CallState>("Resume", id, lastSeq));

    public async Task<CallState> ContinueAsync(CallId id) => Took(await _hub.InvokeAsync<CallState>("Continue", id));

    public Task SayAsync(string text) => _hub.InvokeAsync("Say", Id, text);

    public Task EndAsync() => _hub.InvokeAsync("End", Id);

    /// <summary>Streams samples as a microphone would, as fast as <paramref name="pace"/> lets it.</summary>
    public Task SpeakAsync(ReadOnlyMemory<short> samples, Func<int, CancellationToken, Task> pace, CancellationToken cancellationToken) =>
        SpeakAsync(Paced(samples, pace, cancellationToken), cancellationToken);

    /// <summary>Streams sound as it comes, until there is no more.</summary>
    /// <param name="sound">In pieces of any length.</param>
    public Task SpeakAsync(IAsyncEnumerable<short[]> sound, CancellationToken cancellationToken) =>
        _hub.UploadAsync("SendAudio", [Id], Packets(sound, cancellationToken), cancellationToken);

    public IAsyncEnumerable<AudioPacket> ListenAsync(CancellationToken cancellationToken) =>
        _hub.StreamAsync<AudioPacket>("ReceiveAudio", [Id], cancellationToken);

    /// <summary>Waits until something has happened in the call; it may already have.</summary>
    public async Task<T> UntilAsync<T>(Func<T, bool>? which = null, int atMostSeconds = 60)
        where T : CallEvent
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(atMostSeconds));
        try
        {
            while (true)
            {
                if (_events.OfType<T>().FirstOrDefault(e => which?.Invoke(e) ?? true) is { } found)
                {
                    return found;
                }
                await _news.Reader.ReadAsync(guard.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No {typeof(T).Name} within {atMostSeconds} s. Happened:\n{string.Join('\n', _events)}");
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static async IAsyncEnumerable<short[]> Paced(
        ReadOnlyMemory<short> samples, Func<int, CancellationToken, Task> pace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int PacketSamples = 640;
        for (var at = 0; at < samples.Length; at += PacketSamples)
        {
            await pace(at / 16, cancellationToken);
            yield return samples.Slice(at, Math.Min(PacketSamples, samples.Length - at)).ToArray();
        }
    }

    private static async IAsyncEnumerable<AudioPacket> Packets(IAsyncEnumerable<short[]> sound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (seq, at) = (0, 0);
        await foreach (var piece in sound.WithCancellation(cancellationToken))
        {
            yield return new AudioPacket(seq++, 0, at, System.Runtime.InteropServices.MemoryMarshal.AsBytes(piece.AsSpan()).ToArray());
            at += piece.Length;
        }
    }

    private CallState Took(CallState state)
    {
        (Id, State) = (state.CallId, state);
        foreach (var callEvent in state.Events)
        {
            Add(callEvent);
        }
        return state;
    }

    private void Called(string method, JsonElement arguments)
    {
        if (method == "Happened")
        {
            Add(arguments[0].Deserialize<CallEvent>(Json.Options)!);
        }
        else if (method == "FlushAudio")
        {
            _flushes.Enqueue(arguments[0].GetInt32());
        }
    }

    private void Add(CallEvent callEvent)
    {
        _events.Enqueue(callEvent);
        _news.Writer.TryWrite(true);
    }
}
