using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Supervision;

/// <summary>kill -9 while somebody listens: the call goes on on another server, the listener with it, and the audit is closed.</summary>
public sealed class KilledServerListenerTests : IDisposable
{
    private readonly TestStore _store = TestStore.Create();

    public void Dispose() => _store.Dispose();

    [ServerFact]
    public async Task KilledWhileSomebodyListens_TheCallGoesOn_TheListenerReadsOn_AndTheAuditIsClosed()
    {
        CallId id;
        long seen;
        using (var server = await ServerProcess.StartAsync(_store, ("Calls:RingMs", "50"), ("Speech:PocketSphinx:Decoders", "1")))
        {
            using var trainee = await SignInAsync(server, Role.Trainee);
            using var ruth = await SignInAsync(server, Role.Supervisor);
            await using var call = await CallClient.ConnectAsync(trainee);
            await call.StartAsync("visit-before-a-trip");
            await using var listener = await SupervisorClient.ConnectAsync(ruth);
            await listener.ListenAsync(call.Id);
            var came = await call.UntilAsync<SupervisionChanged>();
            (id, seen) = (call.Id, came.Seq);
            while ((await trainee.GetAsync<CallState>($"/api/calls/{id}/events")).Events.Count < seen)
            {
                await Task.Yield();
            }
            server.Kill();
            await listener.Hub.Closed;
        }

        using var next = await ServerProcess.StartAsync(_store, ("Speech:PocketSphinx:Decoders", "1"));
        using var back = await SignInAsync(next, Role.Trainee);
        using var ruthAgain = await SignInAsync(next, Role.Supervisor);
        await using var again = await SupervisorClient.ConnectAsync(ruthAgain);
        var notYet = await Assert.ThrowsAsync<HubClientException>(() => again.ListenAsync(id, seen));
        await using var taken = await CallClient.ConnectAsync(back);
        await taken.ContinueAsync(id);
        var state = await again.ListenAsync(id, seen);
        await taken.SayAsync("We were cut off, I am sorry. How can I help?");
        await again.UntilAsync<UtteranceSpoken>(said => said.Text.StartsWith("We were cut off", StringComparison.Ordinal));

        Assert.Equal("callNotRunning", notYet.Code);
        Assert.All(state.Events, callEvent => Assert.True(callEvent.Seq > seen));
        using var sam = await SignInAsync(next, Role.Administrator);
        var entries = (await sam.GetAsync<SupervisionPage>("/api/supervision/audit")).Entries;
        Assert.Equal([null, SupervisionEnd.ServerStopped], entries.Select(entry => entry.EndedBecause));
        Assert.True(entries[1].DurationMs >= 0);
    }

    private static async Task<TestBrowser> SignInAsync(ServerProcess server, Role role)
    {
        var browser = new TestBrowser(server.Address);
        await browser.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed.First(account => account.Role == role).Email));
        return browser;
    }
}
