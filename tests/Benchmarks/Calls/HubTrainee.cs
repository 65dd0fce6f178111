using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>A trainee's browser without the browser: sends sound in real time, takes the patient's and reports it played.</summary>
public sealed class HubTrainee : IAsyncDisposable
{
    /// <summary>A browser reports five times a second what it has played; packets have 40 ms.</summary>
    private const int ReportEveryPackets = 5;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(300);

    private readonly TestBrowser _person;
    private readonly CallClient _client;
    private readonly CancellationTokenSource _leaving = new();
    private readonly Task _listening;

    private HubTrainee(TestBrowser person, CallClient client)
    {
        (_person, _client) = (person, client);
        _listening = ListenAsync();
    }

    public CallId Id => _client.Id;

    public IReadOnlyList<CallEvent> Events => _client.Events;

    public IEnumerable<TurnTimed> Turns => Events.OfType<TurnTimed>();

    /// <exception cref="HubClientException">The server would not take the call.</exception>
    public static async Task<HubTrainee> CallAsync(TestBrowser person, string scenarioId)
    {
        var client = await CallClient.ConnectAsync(person);
        try
        {
            await client.StartAsync(scenarioId, Difficulty.Beginner, voice: true);
            return new HubTrainee(person, client);
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    public Task AnsweredAsync() => _client.UntilAsync<CallAnswered>();

    /// <summary>Says it all, or until the patient has hung up.</summary>
    public Task TalkAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken) => _client.SpeakAsync(samples, new RealTime().UntilAsync, cancellationToken);

    /// <summary>Says one line after the other, each when the patient has answered the one before, or does not.</summary>
    public Task ConverseAsync(IReadOnlyList<short[]> lines, CancellationToken cancellationToken) =>
        _client.SpeakAsync(new Conversing(_client, lines).SoundAsync(cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_client.Events.Any(callEvent => callEvent is CallEnded))
        {
            await _client.EndAsync();
            await _client.UntilAsync<CallEnded>();
        }
        // The trainee's line is free once the call is scored and stored.
        do
        {
            await Task.Delay(LookAgain);
        }
        while ((await _person.GetAsync<CallDetail>($"/api/calls/{_client.Id}")).Summary.Status != CallStatus.Ended);
        await _leaving.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _client.DisposeAsync();
        _leaving.Dispose();
    }

    private async Task ListenAsync()
    {
        var utterance = 0;
        await foreach (var packet in _client.ListenAsync(_leaving.Token))
        {
            var isFirst = packet.Utterance != utterance;
            utterance = packet.Utterance;
            if (isFirst || packet.Seq % ReportEveryPackets == 0)
            {
                await _client.Hub.InvokeAsync("Played", _client.Id, new PlayedPosition(utterance, packet.Offset, isFirst ? 0 : null, 0));
            }
        }
    }
}
