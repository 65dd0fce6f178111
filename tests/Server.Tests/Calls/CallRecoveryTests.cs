using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>A server that goes away in the middle of a call, and comes back on the same data.</summary>
public sealed class CallRecoveryTests : IDisposable
{
    private readonly TestStore _store = TestStore.Create();

    public void Dispose() => _store.Dispose();

    [ServerFact]
    public async Task ServerGoneInMidCall_CallIsListedAsInterruptedAndContinuesFromItsLog()
    {
        CallId id;
        IReadOnlyList<CallEvent> before;
        using (var first = Start())
        {
            (id, before) = await TalkAsync(first);
        }

        using var second = Start();
        using var trainee = await second.SignInAsync(Role.Trainee);
        var unfinished = Assert.Single((await trainee.GetAsync<Progress>("/api/progress")).Unfinished);
        await using var call = await CallClient.ConnectAsync(trainee);
        var state = await call.ContinueAsync(id);
        await call.SayAsync("I am so sorry, we were cut off. Where were we?");
        await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Trainee && u.Text.StartsWith("I am so sorry", StringComparison.Ordinal));
        await call.UntilAsync<PatientDecided>(d => d.Seq > before[^1].Seq);

        Assert.Equal(id, unfinished.Id);
        Assert.True(unfinished.CanContinue);
        Assert.Equal(before.Select(e => e.Seq), state.Events.Select(e => e.Seq).Take(before.Count));
        var seqs = call.Events.Where(e => e.IsKept).Select(e => e.Seq).Order().ToList();
        Assert.Equal(seqs.Distinct(), seqs);
        var spoken = call.Events.OfType<UtteranceSpoken>().Select(u => u.Utterance).ToList();
        Assert.Equal(spoken.Distinct(), spoken);
    }

    [ServerFact]
    public async Task InterruptedCall_CanBeScoredAsItStands()
    {
        CallId id;
        using (var first = Start())
        {
            (id, _) = await TalkAsync(first);
        }

        using var second = Start();
        using var trainee = await second.SignInAsync(Role.Trainee);
        using var early = await trainee.Http.GetAsync($"/api/calls/{id}/debrief");
        using var scored = await trainee.PostAsync($"/api/calls/{id}/score", new { });
        var debrief = await trainee.GetAsync<Debrief>($"/api/calls/{id}/debrief");
        using var again = await trainee.PostAsync($"/api/calls/{id}/score", new { });

        Assert.Contains("callInterrupted", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(scored.IsSuccessStatusCode);
        Assert.Equal(id, debrief.CallId);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, again.StatusCode);
    }

    private TrainingServer Start() => TrainingServer.Start(new TrainingServerOptions
    {
        Store = _store,
        Settings = new Dictionary<string, string?> { ["Calls:RingMs"] = "50" },
    });

    private static async Task<(CallId Id, IReadOnlyList<CallEvent> Events)> TalkAsync(TrainingServer server)
    {
        using var trainee = await server.SignInAsync(Role.Trainee);
        var scenario = (await trainee.GetAsync<ScenarioCard[]>("/api/scenarios"))[0].Id;
        await using var call = await CallClient.ConnectAsync(trainee);
        await call.StartAsync(scenario);
        await call.UntilAsync<CallAnswered>();
        await call.SayAsync("Thank you for calling, this is Sam speaking.");
        await call.UntilAsync<UtteranceUnderstood>();
        await call.SayAsync("May I have your full name and date of birth, please?");
        await call.UntilAsync<UtteranceUnderstood>(u => u.Utterance > 2);
        return (call.Id, call.Events.Where(e => e.IsKept).OrderBy(e => e.Seq).ToList());
    }
}
