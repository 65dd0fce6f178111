using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Supervision;

namespace RealtimeTraining.TestKit;

/// <summary>A supervisor's browser without a browser: the hub's real socket, what it is told, the sound of a call.</summary>
public sealed class SupervisorClient : IAsyncDisposable
{
    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly ConcurrentQueue<WallboardUpdate> _updates = new();
    private readonly ConcurrentQueue<(string Code, string Text)> _dismissals = new();
    private readonly Channel<bool> _news = Channel.CreateUnbounded<bool>();

    public HubClient Hub { get; private set; } = null!;

    public SupervisedState State { get; private set; } = null!;

    /// <summary>Everything that happened in the call listened to, what the state brought with it among it.</summary>
    public IReadOnlyList<CallEvent> Events => [.. _events];

    public IReadOnlyList<WallboardUpdate> Updates => [.. _updates];

    public IReadOnlyList<(string Code, string Text)> Dismissals => [.. _dismissals];

    public static async Task<SupervisorClient> ConnectAsync(TestBrowser browser)
    {
        var client = new SupervisorClient();
        client.Hub = await HubClient.ConnectAsync(browser.Address, "/hubs/supervision", browser.Cookies, client.Called);
        return client;
    }

    public Task<WallboardState> WatchAsync() => Hub.InvokeAsync<WallboardState>("Watch");

    public async Task<SupervisedState> ListenAsync(CallId id, long lastSeq = 0)
    {
        State = await Hub.InvokeAsync<SupervisedState>("Listen", id, lastSeq);
        foreach (var callEvent in State.Events)
        {
            _events.Enqueue(callEvent);
        }
        return State;
    }

    public Task LeaveAsync() => Hub.InvokeAsync("Leave", State.CallId);

    public IAsyncEnumerable<AudioPacket> HearAsync(CancellationToken cancellationToken) =>
        Hub.StreamAsync<AudioPacket>("Hear", [State.CallId], cancellationToken);

    public async Task<T> UntilAsync<T>(Func<T, bool>? which = null)
        where T : CallEvent
    {
        await UntilAsync(() => _events.OfType<T>().Any(found => which?.Invoke(found) ?? true), typeof(T).Name);
        return _events.OfType<T>().First(found => which?.Invoke(found) ?? true);
    }

    /// <summary>Waits for the wallboard to say something of a call.</summary>
    public async Task<WallboardRow> UntilRowAsync(CallId id, Func<WallboardRow, bool> says, string what)
    {
        WallboardRow? Found() => _updates.SelectMany(update => update.Rows).LastOrDefault(row => row.CallId == id && says(row));
        await UntilAsync(() => Found() is not null, what);
        return Found()!;
    }

    public async Task UntilAsync(Func<bool> happened, string what, int atMostSeconds = 60)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(atMostSeconds));
        try
        {
            while (!happened())
            {
                await _news.Reader.ReadAsync(guard.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Never: {what}. Happened:\n{string.Join('\n', _events)}\n{string.Join('\n', _updates.SelectMany(update => update.Rows))}");
        }
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private void Called(string method, JsonElement arguments)
    {
        switch (method)
        {
            case "Happened": _events.Enqueue(arguments[1].Deserialize<CallEvent>(Json.Options)!); break;
            case "WallboardChanged": _updates.Enqueue(arguments[0].Deserialize<WallboardUpdate>(Json.Options)!); break;
            case "Dismissed": _dismissals.Enqueue((arguments[1].GetString()!, arguments[2].GetString()!)); break;
        }
        _news.Writer.TryWrite(true);
    }
}
