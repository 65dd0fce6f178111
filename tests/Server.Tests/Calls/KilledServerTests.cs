using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>kill -9 in the middle of a call: the server in a process of its own, and another one on the same data after it.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const string Scenario = "visit-before-a-trip";
    private readonly TestStore _store = TestStore.Create();

    public void Dispose() => _store.Dispose();

    [ServerFact]
    public async Task KilledInMidCall_KeepsWhatWasStored_PlaysTheRecordingAndGoesOn()
    {
        CallId id;
        long lastStored;
        using (var server = await ServerProcess.StartAsync(_store, ("Calls:RingMs", "50"), ("Speech:PocketSphinx:Decoders", "1")))
        {
            using var trainee = await SignInAsync(server);
            await using var call = await CallClient.ConnectAsync(trainee);
            await call.StartAsync(Scenario);
            await call.UntilAsync<CallAnswered>();
            await call.SayAsync("Thank you for calling, this is Jordan.");
            await call.UntilAsync<UtteranceUnderstood>();
            // The reply has been spoken, so that there is something in the recording, and the log has been stored up to there.
            await call.UntilAsync<SpeechStopped>(s => s.Party == Party.Patient && s.AtMs > 1_500);
            (id, lastStored) = (call.Id, call.LastSeq);
            while ((await trainee.GetAsync<CallState>($"/api/calls/{id}/events")).Events.Count < lastStored)
            {
                await Task.Yield();
            }
            await call.SayAsync("May I have your full name, please?");
            server.Kill();
        }

        using var next = await ServerProcess.StartAsync(_store, ("Speech:PocketSphinx:Decoders", "1"));
        using var back = await SignInAsync(next);
        var progress = await back.GetAsync<Progress>("/api/progress");
        var detail = await back.GetAsync<CallDetail>($"/api/calls/{id}");
        var wav = await back.Http.GetByteArrayAsync($"/api/calls/{id}/recording");
        await using var again = await CallClient.ConnectAsync(back);
        var state = await again.ContinueAsync(id);

        Assert.Equal(id, Assert.Single(progress.Unfinished).Id);
        Assert.Equal(CallStatus.Interrupted, detail.Summary.Status);
        Assert.True(detail.Events.Count >= lastStored, "What had been stored is gone.");
        Assert.Equal(Enumerable.Range(1, detail.Events.Count).Select(n => (long)n), detail.Events.Select(e => e.Seq));
        Assert.Equal("RIFF"u8.ToArray(), wav[..4]);
        Assert.Equal(wav.Length - 44, BitConverter.ToInt32(wav, 40));
        Assert.True(wav.AsSpan(44).ContainsAnyExcept((byte)0), "The recording is silent.");
        Assert.Equal(CallStatus.Live, state.Status);
        await again.SayAsync("We were cut off, I am sorry. How can I help?");
        await again.UntilAsync<PatientDecided>(d => d.Seq > detail.Events[^1].Seq);
    }

    private static async Task<TestBrowser> SignInAsync(ServerProcess server)
    {
        var browser = new TestBrowser(server.Address);
        await browser.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed.First(account => account.Role == Role.Trainee).Email));
        return browser;
    }
}
