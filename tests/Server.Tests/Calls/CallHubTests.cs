using System.Net;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>The hub over a real socket, by typing; what a browser would do and what it must not be able to do.</summary>
public class CallHubTests : IAsyncLifetime
{
    private TrainingServer _server = null!;
    private TestBrowser _trainee = null!;
    private string _scenario = "";

    /// <summary>The protocol that the hub is spoken to in.</summary>
    protected virtual IHubFraming Framing => JsonFraming.Instance;

    public async Task InitializeAsync()
    {
        _server = TrainingServer.Start(new TrainingServerOptions { Settings = new Dictionary<string, string?> { ["Calls:RingMs"] = "50" } });
        _trainee = await _server.SignInAsync(Role.Trainee);
        _scenario = (await _trainee.GetAsync<ScenarioCard[]>("/api/scenarios"))[0].Id;
    }

    public Task DisposeAsync()
    {
        _trainee.Dispose();
        _server.Dispose();
        return Task.CompletedTask;
    }

    [ServerFact]
    public async Task Start_RingsAnswersAndRepliesToWhatIsTyped()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);

        var opening = await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Patient);
        await call.SayAsync("Thank you for calling, this is Sam. How can I help you today?");
        var reply = await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Patient && u.Utterance > opening.Utterance);

        Assert.NotEqual("", reply.Text);
        Assert.NotEqual(opening.Text, reply.Text);
        Assert.NotEmpty(call.Events.OfType<UtteranceUnderstood>());
    }

    [ServerFact]
    public async Task End_GivesADebriefWithinTwoSecondsAndListsTheCall()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.UntilAsync<CallAnswered>();
        await call.SayAsync("Thank you for calling, this is Sam. How can I help you today?");
        await call.UntilAsync<UtteranceUnderstood>();

        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        var debrief = await _trainee.GetAsync<Debrief>($"/api/calls/{call.Id}/debrief");
        var page = await _trainee.GetAsync<CallPage>("/api/calls");

        Assert.Equal(call.Id, debrief.CallId);
        Assert.Equal(6, debrief.Categories.Count);
        var listed = Assert.Single(page.Calls);
        Assert.Equal(CallStatus.Ended, listed.Status);
        Assert.Equal(EndReason.TraineeHungUp, listed.EndReason);
    }

    [ServerFact]
    public async Task Resume_BringsWhatWasMissedExactlyOnce()
    {
        var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.UntilAsync<UtteranceSpoken>();
        var (id, seen) = (call.Id, call.LastSeq);
        await call.DisposeAsync();

        await using var back = await ConnectAsync(_trainee);
        var state = await back.ResumeAsync(id, seen);
        await back.SayAsync("I am back, sorry about that.");
        await back.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Trainee);

        Assert.Equal(CallStatus.Live, state.Status);
        Assert.All(state.Events, e => Assert.True(e.Seq > seen));
        // What is told may overtake what the answer brought; numbers put it in order.
        var kept = back.Events.Where(e => e.IsKept).Select(e => e.Seq).Order().ToList();
        Assert.Equal(Enumerable.Range(0, kept.Count).Select(n => seen + 1 + n), kept);
    }

    [ServerFact]
    public async Task Resume_WithANumberFromTheFuture_IsRefused()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);

        await RefusedAsync("seqOutOfRange", () => call.ResumeAsync(call.Id, 9_999));
        await RefusedAsync("seqOutOfRange", () => call.ResumeAsync(call.Id, -1));
        await StillRunsAsync(call);
    }

    [ServerFact]
    public async Task SomeoneElsesCall_CannotBeTouchedByAnyMethod()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        using var coach = await _server.SignInAsync(Role.Coach);
        using var stranger = await _server.SignInAsync("jo@hillcrest.example");

        foreach (var browser in new[] { coach, stranger })
        {
            await using var other = await ConnectAsync(browser);
            await RefusedAsync("callNotFound", () => other.ResumeAsync(call.Id, 0));
            await RefusedAsync("callNotFound", () => other.ContinueAsync(call.Id));
            await RefusedAsync("callNotFound", () => other.Hub.InvokeAsync("End", call.Id));
            await RefusedAsync("callNotFound", () => other.Hub.InvokeAsync("Hold", call.Id, true));
            await RefusedAsync("callNotFound", () => other.Hub.InvokeAsync("Mute", call.Id, true));
            await RefusedAsync("callNotFound", () => other.Hub.InvokeAsync("Say", call.Id, "hello"));
            await RefusedAsync("callNotFound", () => other.Hub.InvokeAsync("Hint", call.Id));
            await RefusedAsync("callNotFound", () => other.Hub.InvokeAsync("Played", call.Id, new PlayedPosition(1, 1, null, 0)));
            await RefusedAsync("callNotFound", () => other.Hub.UploadAsync("SendAudio", [call.Id], Audio.Packets([new byte[640]]), CancellationToken.None));
            await RefusedAsync("callNotFound", async () => await Audio.DrainAsync(other.Hub.StreamAsync<AudioPacket>("ReceiveAudio", [call.Id], CancellationToken.None)));
        }
        await StillRunsAsync(call);
    }

    [ServerFact]
    public async Task AnotherTenantsCall_DoesNotExistInTheApi()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.UntilAsync<CallAnswered>();
        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        using var stranger = await _server.SignInAsync("jo@hillcrest.example");

        foreach (var path in new[] { "", "/debrief", "/events", "/recording" })
        {
            using var response = await stranger.Http.GetAsync($"/api/calls/{call.Id}{path}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("callNotFound", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Empty((await stranger.GetAsync<CallPage>("/api/calls")).Calls);
    }

    [ServerFact]
    public async Task SecondCall_WhileOneRuns_IsRefusedAndNamesTheFirst()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await using var second = await ConnectAsync(_trainee);

        var refusal = await RefusedAsync("callRunning", () => second.StartAsync(_scenario));

        Assert.Contains(call.Id.ToString(), refusal.Message, StringComparison.Ordinal);
        await StillRunsAsync(call);
    }

    [ServerFact]
    public async Task EndedCall_TakesNothingMore()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        await _server.WhenStoredAsync(call.Id);

        await RefusedAsync("callNotFound", () => call.SayAsync("hello?"));
        await RefusedAsync("callEnded", () => call.ContinueAsync(call.Id));
        await call.StartAsync(_scenario);
    }

    [ServerFact]
    public async Task VanishedScenario_IsSaidAndLeavesNoCallBehind()
    {
        await using var call = await ConnectAsync(_trainee);

        await RefusedAsync("scenarioNotFound", () => call.StartAsync("no-such-scenario"));

        await call.StartAsync(_scenario);
    }

    [ServerFact]
    public async Task FullServer_RefusesBeforeTheCallStarts()
    {
        using var small = TrainingServer.Start(new TrainingServerOptions { Settings = new Dictionary<string, string?> { ["Calls:MaxCalls"] = "1" } });
        using var first = await small.SignInAsync(Role.Trainee);
        using var second = await small.SignInAsync(Role.Coach);
        await using var one = await ConnectAsync(first);
        await using var two = await ConnectAsync(second);
        await one.StartAsync(_scenario);

        await RefusedAsync("tooManyCalls", () => two.StartAsync(_scenario));

        await one.EndAsync();
        await one.UntilAsync<CallEnded>();
        await small.WhenStoredAsync(one.Id);
        await two.StartAsync(_scenario);
    }

    [ServerTheory]
    [InlineData("<b>bold</b> & <script>alert(1)</script>", "<b>bold</b> & <script>alert(1)</script>")]
    [InlineData("one\u0000two\u0007three\nfour", "one two three four")]
    [InlineData("\u202Eright to left\u202C", "right to left")]
    [InlineData("مرحبا كيف حالك", "مرحبا كيف حالك")]
    [InlineData("Take your time 👩‍⚕️ please", "Take your time 👩‍⚕️ please")]
    public async Task TypedLine_IsKeptAsTextWithoutControlCharacters(string typed, string kept)
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.UntilAsync<CallAnswered>();

        await call.SayAsync(typed);
        var said = await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Trainee);

        Assert.Equal(kept, said.Text);
    }

    [ServerFact]
    public async Task TypedLineThatIsTooLongOrEmpty_IsRefusedAndTheCallGoesOn()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.UntilAsync<CallAnswered>();

        await RefusedAsync("textTooLong", () => call.SayAsync(new string('a', 100_000)));
        await RefusedAsync("textEmpty", () => call.SayAsync(" \u0000 \n "));
        await StillRunsAsync(call);
    }

    [ServerTheory]
    [InlineData("audioOddLength", 641)]
    [InlineData("audioPacketSize", 64_000)]
    [InlineData("audioPacketSize", 0)]
    public async Task BadAudioPacket_EndsTheStreamWithACodeAndTheCallGoesOn(string code, int bytes)
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario, voice: true);
        await call.UntilAsync<CallAnswered>();

        await RefusedAsync(code, () => call.Hub.UploadAsync("SendAudio", [call.Id], Audio.Packets([new byte[640], new byte[bytes]]), CancellationToken.None));

        await StillRunsAsync(call);
    }

    [ServerFact]
    public async Task NewCall_StartsRightAfterTheLastOneEnded_WhileThatIsStillBeingScored()
    {
        for (var number = 0; number < 10; number++)
        {
            await using var call = await ConnectAsync(_trainee);
            await call.StartAsync(_scenario);
            await call.EndAsync();
            await call.UntilAsync<CallEnded>();
        }
        await using var last = await ConnectAsync(_trainee);
        await last.StartAsync(_scenario);
        await StillRunsAsync(last);
    }

    [ServerFact]
    public async Task TooMuchAudioAtOnce_IsRefused()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario, voice: true);
        await call.UntilAsync<CallAnswered>();

        await RefusedAsync("audioTooFast", () => call.Hub.UploadAsync(
            "SendAudio", [call.Id], Audio.Packets(Enumerable.Repeat(new byte[6_400], 400)), CancellationToken.None));

        await StillRunsAsync(call);
    }

    [ServerFact]
    public async Task AudioFromTheFuture_IsRefused()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario, voice: true);
        await call.UntilAsync<CallAnswered>();

        await RefusedAsync("audioOutOfRange", () => call.Hub.UploadAsync("SendAudio", [call.Id], Audio.From(0, 99_999_999), CancellationToken.None));

        await StillRunsAsync(call);
    }

    [ServerFact]
    public async Task StreamThatNeverSaysAnything_AndOneThatBreaksOff_LeaveTheCallRunning()
    {
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario, voice: true);
        await call.UntilAsync<CallAnswered>();

        var open = await ConnectAsync(_trainee);
        await open.ResumeAsync(call.Id, 0);
        var never = open.Hub.UploadAsync("SendAudio", [call.Id], Audio.Never(), CancellationToken.None);
        open.Hub.Abort();
        await Assert.ThrowsAnyAsync<Exception>(() => never);
        await open.DisposeAsync();

        await using var back = await ConnectAsync(_trainee);
        await back.ResumeAsync(call.Id, 0);
        await StillRunsAsync(back);
    }

    [ServerFact]
    public async Task WhatPeopleSay_IsInNoLogBelowTrace()
    {
        const string Secret = "zanzibar quokka";
        await using var call = await ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        var opening = await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Patient);
        await call.SayAsync($"My password is {Secret}.");
        await call.UntilAsync<UtteranceUnderstood>();
        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        await _server.WhenStoredAsync(call.Id);

        var lines = _server.Log.Lines.Where(line => line.Level > Microsoft.Extensions.Logging.LogLevel.Trace).ToList();
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Text.Contains(Secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, line => line.Text.Contains(opening.Text, StringComparison.OrdinalIgnoreCase));
    }

    private Task<CallClient> ConnectAsync(TestBrowser browser) => CallClient.ConnectAsync(browser, Framing);

    private static async Task<HubClientException> RefusedAsync(string code, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<HubClientException>(act);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private static async Task StillRunsAsync(CallClient call)
    {
        await call.UntilAsync<CallAnswered>();
        var said = call.Events.OfType<UtteranceSpoken>().Count(u => u.Party == Party.Trainee);
        await call.SayAsync("Are you still there?");
        await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Trainee && u.Text == "Are you still there?");
        Assert.Equal(said + 1, call.Events.OfType<UtteranceSpoken>().Count(u => u.Party == Party.Trainee));
    }
}
