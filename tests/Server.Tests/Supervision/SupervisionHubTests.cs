using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Supervision;

/// <summary>Supervisors over the hub's real socket: what they see, and what they must not.</summary>
public sealed class SupervisionHubTests : IAsyncLifetime
{
    private TrainingServer _server = null!;
    private TestBrowser _trainee = null!;
    private TestBrowser _ruth = null!;
    private string _scenario = "";

    public async Task InitializeAsync()
    {
        _server = TrainingServer.Start(new TrainingServerOptions
        {
            Settings = new Dictionary<string, string?> { ["Calls:RingMs"] = "50", ["Supervision:LookAgainMs"] = "500" },
        });
        _trainee = await _server.SignInAsync(Role.Trainee);
        _ruth = await _server.SignInAsync(Role.Supervisor);
        _scenario = (await _trainee.GetAsync<ScenarioCard[]>("/api/scenarios"))[0].Id;
    }

    public Task DisposeAsync()
    {
        _trainee.Dispose();
        _ruth.Dispose();
        _server.Dispose();
        return Task.CompletedTask;
    }

    [ServerFact]
    public async Task Wallboard_ShowsACallAsItHappens_AndTakesItOffWhenItEnds()
    {
        await using var board = await SupervisorClient.ConnectAsync(_ruth);
        Assert.Empty((await board.WatchAsync()).Rows);

        await using var call = await CallAsync();
        var ringing = await board.UntilRowAsync(call.Id, _ => true, "the call is on the board");
        await board.UntilRowAsync(call.Id, row => row is { Phase: CallPhase.Talking, PatientSpeaks: true }, "the patient speaks");
        await call.SayAsync("I am so sorry to hear that, that must be very worrying for you. May I have your name, please?");
        var talked = await board.UntilRowAsync(call.Id, row => row.Empathy.Count > 0, "the trainee's line was read");
        await call.Hub.InvokeAsync("Hold", call.Id, true);
        await board.UntilRowAsync(call.Id, row => row.Phase == CallPhase.Holding, "on hold");
        await call.EndAsync();
        await board.UntilAsync(() => board.Updates.Any(update => update.Gone.Contains(call.Id)), "the call is off the board");

        Assert.Equal("Maya Lindqvist", ringing.Trainee);
        Assert.Equal(Difficulty.Beginner, ringing.Difficulty);
        Assert.NotNull(talked.Mood);
        Assert.Equal([100], talked.Empathy);
        Assert.True(talked.Tone[0] > 50, $"Kind words read as {talked.Tone[0]}.");
    }

    [ServerFact]
    public async Task SomebodyWhoComesLater_SeesTheCallsThatRun()
    {
        await using var call = await CallAsync();
        await using var board = await SupervisorClient.ConnectAsync(_ruth);

        Assert.Equal(call.Id, Assert.Single((await board.WatchAsync()).Rows).CallId);
    }

    [ServerFact]
    public async Task Listening_BringsTheLogSoFar_WhatHappensThen_AndTheSound()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        var state = await ruth.ListenAsync(call.Id);
        using var heard = new CancellationTokenSource();
        var sound = FirstSoundAsync(ruth, heard.Token);

        await call.SayAsync("Thank you for calling, this is Jordan.");
        await ruth.UntilAsync<UtteranceSpoken>(said => said.Text == "Thank you for calling, this is Jordan.");
        await sound;
        await call.EndAsync();
        await ruth.UntilAsync<CallEnded>();

        Assert.Contains(state.Events, callEvent => callEvent is CallPlaced);
        Assert.True(state.Shown);
        var kept = ruth.Events.Where(callEvent => callEvent.IsKept).Select(callEvent => callEvent.Seq).Distinct().Order().ToList();
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => (long)n), kept);
    }

    [ServerFact]
    public async Task Trainee_SeesThatSomebodyListens_AndWhenTheyLeave()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);

        await ruth.ListenAsync(call.Id);
        var came = await call.UntilAsync<SupervisionChanged>();
        await ruth.LeaveAsync();
        await call.UntilAsync<SupervisionChanged>(change => change.Mode is null && change.VisitId == came.VisitId);

        Assert.Equal(("Ruth Castellano", SupervisionMode.Listen), (came.Name, came.Mode));
    }

    [ServerFact]
    public async Task WhereThePolicyHidesIt_TheTraineeLearnsOfListeningFromTheRecordOnly()
    {
        using var sam = await _server.SignInAsync(Role.Administrator);
        using var set = await sam.Http.PutAsync("/api/supervision/policy", System.Net.Http.Json.JsonContent.Create(new { showListening = false }));
        set.EnsureSuccessStatusCode();
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);

        var state = await ruth.ListenAsync(call.Id);
        await call.SayAsync("Hello there.");
        await call.UntilAsync<UtteranceSpoken>(said => said.Text == "Hello there.");
        var during = (await _trainee.GetAsync<CallState>($"/api/calls/{call.Id}/events")).Events;
        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        await _server.WhenStoredAsync(call.Id);
        var after = (await _trainee.GetAsync<CallDetail>($"/api/calls/{call.Id}")).Events;

        Assert.False(state.Shown);
        Assert.DoesNotContain(call.Events, callEvent => callEvent is SupervisionChanged);
        Assert.DoesNotContain(during, callEvent => callEvent is SupervisionChanged);
        Assert.Contains(after, callEvent => callEvent is SupervisionChanged { Mode: SupervisionMode.Listen, Name: "Ruth Castellano" });
        var kept = call.Events.Where(callEvent => callEvent.Seq > 0).Select(callEvent => callEvent.Seq).Order().ToList();
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => (long)n), kept);
    }

    [ServerFact]
    public async Task OnlySupervisors_MayComeIn_AndOnlyAdministratorsReadTheAudit()
    {
        foreach (var role in new[] { Role.Trainee, Role.Coach, Role.Administrator })
        {
            using var other = await _server.SignInAsync(role);
            await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => SupervisorClient.ConnectAsync(other));
            using var audit = await other.Http.GetAsync("/api/supervision/audit");
            Assert.Equal(role == Role.Administrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden, audit.StatusCode);
        }
        using var ruths = await _ruth.Http.GetAsync("/api/supervision/audit");
        Assert.Equal(HttpStatusCode.Forbidden, ruths.StatusCode);
    }

    [ServerFact]
    public async Task SupervisorOfAnotherTenant_WhoKnowsTheId_ReachesTheCallByNoMethod()
    {
        await using var call = await CallAsync();
        await _server.AddPersonAsync("otto@hillcrest.example", "correct horse battery", Role.Supervisor, DemoAccounts.Hillcrest);
        using var otto = _server.OpenBrowser();
        await otto.SignInAsync("/api/session", new SignIn("otto@hillcrest.example", "correct horse battery"));
        await using var stranger = await SupervisorClient.ConnectAsync(otto);

        Assert.Empty((await stranger.WatchAsync()).Rows);
        await RefusedAsync("callNotRunning", () => stranger.ListenAsync(call.Id));
        await RefusedAsync("notInCall", async () => await DrainAsync(stranger.Hub.StreamAsync<AudioPacket>("Hear", [call.Id], CancellationToken.None)));
        await RefusedAsync("notInCall", () => stranger.Hub.InvokeAsync("SetMode", call.Id, SupervisionMode.Barge));
        await RefusedAsync("notInCall", () => stranger.Hub.UploadAsync("SendVoice", [call.Id], Calls.Audio.Packets([new byte[640]]), CancellationToken.None));
        foreach (var method in new[] { "Say", "WhisperNote", "Note", "End" })
        {
            await RefusedAsync("notInCall", () => stranger.Hub.InvokeAsync(method, call.Id, "Hello."));
        }
        await RefusedAsync("notInCall", () => stranger.Hub.InvokeAsync("Cue", call.Id, CueKind.Praise, "Hello."));
        await RefusedAsync("notInCall", () => stranger.Hub.InvokeAsync("Pause", call.Id, true, "Hello."));
        await stranger.Hub.InvokeAsync("Leave", call.Id);
        await call.SayAsync("Still here.");
        await call.UntilAsync<UtteranceSpoken>(said => said.Text == "Still here.");

        Assert.Empty(stranger.Updates);
        Assert.Empty(stranger.Events);
        Assert.DoesNotContain(call.Events, callEvent => callEvent is SupervisionChanged);
    }

    [ServerFact]
    public async Task RoleTakenAwayWhileListening_EndsTheListening_AndTheConnection()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);
        var sound = DrainAsync(ruth.HearAsync(CancellationToken.None));
        await call.UntilAsync<SupervisionChanged>();

        await TakeRoleAsync(_ruth.User.Id);
        await call.UntilAsync<SupervisionChanged>(change => change.Mode is null);
        await ruth.Hub.Closed;
        // Its stream is over too: in peace, or with the connection.
        await Task.WhenAny(sound);

        var entry = Assert.Single(await AuditAsync());
        Assert.Equal(SupervisionEnd.RoleTakenAway, entry.EndedBecause);
        await using var again = await SupervisorClient.ConnectAsync(_ruth);
        await Assert.ThrowsAsync<HubClientException>(() => again.ListenAsync(call.Id));
        Assert.Single(await AuditAsync());
    }

    [ServerFact]
    public async Task EveryStay_IsInTheAudit_WithWhoWhenWhichCallAndHowLong()
    {
        await using var call = await CallAsync();
        await using (var ruth = await SupervisorClient.ConnectAsync(_ruth))
        {
            await ruth.ListenAsync(call.Id);
            await ruth.LeaveAsync();
            await ruth.ListenAsync(call.Id);
            ruth.Hub.Abort();
            await ruth.Hub.Closed;
        }
        await using var back = await SupervisorClient.ConnectAsync(_ruth);
        await back.ListenAsync(call.Id);
        await call.EndAsync();
        await back.UntilAsync<CallEnded>();
        await _server.WhenStoredAsync(call.Id);

        IReadOnlyList<SupervisionEntry> entries;
        do
        {
            entries = await AuditAsync();
        }
        while (entries.Any(entry => entry.DurationMs is null));

        Assert.Equal([SupervisionEnd.CallEnded, SupervisionEnd.ConnectionLost, SupervisionEnd.Left], entries.Select(entry => entry.EndedBecause!.Value));
        Assert.All(entries, entry => Assert.Equal(
            ("Ruth Castellano", "Maya Lindqvist", call.Id, SupervisionAct.Listened), (entry.Supervisor, entry.Trainee, entry.CallId, entry.Act)));
        Assert.All(entries, entry => Assert.True(entry.DurationMs >= 0));
    }

    [ServerFact]
    public async Task AuditOfAnotherTenant_IsNotSeen()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);
        await _server.AddPersonAsync("ada@hillcrest.example", "correct horse battery", Role.Administrator, DemoAccounts.Hillcrest);
        using var ada = _server.OpenBrowser();
        await ada.SignInAsync("/api/session", new SignIn("ada@hillcrest.example", "correct horse battery"));

        Assert.Empty((await ada.GetAsync<SupervisionPage>("/api/supervision/audit")).Entries);
        Assert.Single(await AuditAsync());
    }

    [ServerFact]
    public async Task WhisperedNote_ReachesTheTrainee_AndThePatientKnowsNothingOfIt()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);

        await ruth.Hub.InvokeAsync("WhisperNote", call.Id, "Ask for her date of birth.");
        var note = await call.UntilAsync<NoteWhispered>();

        Assert.Equal(("Ruth Castellano", "Ask for her date of birth."), (note.Name, note.Text));
        Assert.DoesNotContain(call.Events, callEvent => callEvent is UtteranceUnderstood);
    }

    [ServerFact]
    public async Task NoteAtAMoment_IsForTheDebrief_AndNotShownDuringTheCall()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);

        await ruth.Hub.InvokeAsync("Note", call.Id, "Good opening.");
        await ruth.UntilAsync<SupervisorNoted>();
        await call.UntilAsync<Withheld>();
        await call.EndAsync();
        await call.UntilAsync<CallEnded>();
        await _server.WhenStoredAsync(call.Id);

        Assert.DoesNotContain(call.Events, callEvent => callEvent is SupervisorNoted);
        Assert.Equal("Good opening.", (await _trainee.GetAsync<CallDetail>($"/api/calls/{call.Id}")).Events.OfType<SupervisorNoted>().Single().Text);
    }

    [ServerFact]
    public async Task CueByHand_PauseAndEndWithAReason_ReachTheTrainee_AndTheAudit()
    {
        await using var call = await CallAsync();
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);

        await ruth.Hub.InvokeAsync("Cue", call.Id, CueKind.Suggestion, "Name her worry.");
        Assert.Equal("Name her worry.", (await call.UntilAsync<CueGiven>(cue => cue.Code == "supervisor")).Text);
        await RefusedAsync("textEmpty", () => ruth.Hub.InvokeAsync("Pause", call.Id, true, " "));
        await ruth.Hub.InvokeAsync("Pause", call.Id, true, "Let us talk about this one.");
        Assert.Equal("Let us talk about this one.", (await call.UntilAsync<CallPaused>(paused => paused.Paused)).Reason);
        await call.SayAsync("Does she hear me?");
        await call.UntilAsync<NoticeShown>(notice => notice.Code == "paused");
        await ruth.Hub.InvokeAsync("Pause", call.Id, false, "");
        await call.UntilAsync<CallPaused>(paused => !paused.Paused);
        await ruth.Hub.InvokeAsync("End", call.Id, "We go through it together first.");
        var ended = await call.UntilAsync<CallEnded>();

        Assert.Equal((EndReason.SupervisorEnded, "Ruth Castellano ended the call: We go through it together first."), (ended.Reason, ended.Text));
        Assert.Equal(
            [SupervisionAct.EndedCall, SupervisionAct.ResumedCall, SupervisionAct.PausedCall, SupervisionAct.GaveCue, SupervisionAct.Listened],
            (await AuditAsync()).Select(entry => entry.Act));
    }

    [ServerFact]
    public async Task BargingInByTyping_MakesAThirdParty_WhomThePatientAnswers_AndHandingBackEndsIt()
    {
        await using var call = await CallAsync();
        await call.UntilAsync<SpeechStopped>(stopped => stopped.Party == Party.Patient);
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);
        await RefusedAsync("notBarged", () => ruth.Hub.InvokeAsync("Say", call.Id, "Hello?"));

        var state = await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", call.Id, SupervisionMode.Barge);
        await ruth.Hub.InvokeAsync("Say", call.Id, "Hello, this is Ruth, the office manager. How can I help?");
        var said = await call.UntilAsync<UtteranceSpoken>(line => line.Party == Party.Supervisor);
        var answer = await call.UntilAsync<UtteranceSpoken>(line => line.Party == Party.Patient && line.Utterance > said.Utterance);
        await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", call.Id, SupervisionMode.Listen);
        await call.UntilAsync<SupervisionChanged>(change => change.Mode == SupervisionMode.Listen && change.Seq > answer.Seq);
        await RefusedAsync("notBarged", () => ruth.Hub.InvokeAsync("Say", call.Id, "Still there?"));

        Assert.Equal(SupervisionMode.Barge, state.Mode);
        Assert.StartsWith("Oh, hello there.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            [SupervisionAct.Listened, SupervisionAct.SaidTyped, SupervisionAct.Barged, SupervisionAct.Listened], (await AuditAsync()).Select(entry => entry.Act));
        Assert.Equal(2, (await AuditAsync()).Count(entry => entry.EndedBecause == SupervisionEnd.ChangedMode));
    }

    [ServerFact]
    public async Task OnlyOneSupervisorSpeaksAtATime_AndOneWhoOnlyListensIsNotHeard()
    {
        await using var call = await CallAsync();
        await using var first = await SupervisorClient.ConnectAsync(_ruth);
        await using var second = await SupervisorClient.ConnectAsync(_ruth);
        await first.ListenAsync(call.Id);
        await second.ListenAsync(call.Id);
        await RefusedAsync("onlyListening", () => first.Hub.UploadAsync("SendVoice", [call.Id], Calls.Audio.Packets([new byte[640]]), CancellationToken.None));

        await first.Hub.InvokeAsync<SupervisionState>("SetMode", call.Id, SupervisionMode.Whisper);
        await RefusedAsync("otherSpeaks", () => second.Hub.InvokeAsync("SetMode", call.Id, SupervisionMode.Barge));
        await first.LeaveAsync();
        Assert.Equal(SupervisionMode.Barge, (await second.Hub.InvokeAsync<SupervisionState>("SetMode", call.Id, SupervisionMode.Barge)).Mode);
    }

    [ServerFact]
    public async Task WhisperedVoice_GoesToTheTraineesEar_AndNotToTheOtherListeners()
    {
        await using var call = await CallAsync();
        await call.UntilAsync<SpeechStopped>(stopped => stopped.Party == Party.Patient);
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await using var other = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(call.Id);
        await other.ListenAsync(call.Id);
        using var done = new CancellationTokenSource();
        var ear = UntilAsync(call.Hub.StreamAsync<AudioPacket>("ReceiveSupervisor", [call.Id], done.Token), packet => packet.Pcm.Contains((byte)77));
        var listened = new List<AudioPacket>();
        var listening = CollectAsync(other.HearAsync(done.Token), listened);
        await other.UntilAsync<SupervisionChanged>();

        await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", call.Id, SupervisionMode.Whisper);
        // What is said before the trainee's ear is open, it does not hear.
        await ruth.Hub.UploadAsync("SendVoice", [call.Id], SpeakUntilAsync(ear, ruth), CancellationToken.None);
        await ear;
        await call.SayAsync("Thank you.");
        await other.UntilAsync<UtteranceSpoken>(said => said.Text == "Thank you.");
        await done.CancelAsync();
        await Task.WhenAny(listening);

        Assert.DoesNotContain(listened, packet => packet.Pcm.Count(value => value == 77) > 600);
        Assert.DoesNotContain(call.Events, callEvent => callEvent is UtteranceSpoken { Party: Party.Supervisor });
    }

    [ServerFact]
    public async Task TwentyListeners_OfWhomFiveTakeNothing_DoNotDisturbTheCallOrTheOthers()
    {
        await using var call = await CallAsync();
        var clients = new List<SupervisorClient>();
        using var done = new CancellationTokenSource();
        try
        {
            for (var number = 0; number < 20; number++)
            {
                var client = await SupervisorClient.ConnectAsync(_ruth);
                await client.ListenAsync(call.Id);
                clients.Add(client);
            }
            var (stalled, awake) = (clients.Take(5).ToList(), clients.Skip(5).ToList());
            var offsets = awake.Select(client => OffsetsAsync(client, 50, done.Token)).ToList();
            foreach (var client in stalled)
            {
                await client.Hub.StallAsync("Hear", client.State.CallId);
            }
            await call.SayAsync("Can you all hear me?");
            await call.UntilAsync<UtteranceSpoken>(said => said.Text == "Can you all hear me?");
            foreach (var heard in await Task.WhenAll(offsets))
            {
                var steps = heard.Zip(heard.Skip(1), (before, after) => after - before).Order().ToList();
                // A machine that stalls may cost a listener a second of its own, never the order, and never one packet in two.
                Assert.All(steps, step => Assert.True(step > 0, string.Join(' ', heard)));
                Assert.Equal(640, steps[steps.Count / 2]);
            }
            await Task.WhenAll(awake.Select(client => client.UntilAsync<UtteranceSpoken>(said => said.Text == "Can you all hear me?")));
        }
        finally
        {
            await done.CancelAsync();
            foreach (var client in clients)
            {
                await client.DisposeAsync();
            }
        }
    }

    private async Task<CallClient> CallAsync()
    {
        var call = await CallClient.ConnectAsync(_trainee);
        await call.StartAsync(_scenario);
        await call.UntilAsync<CallAnswered>();
        return call;
    }

    private async Task<IReadOnlyList<SupervisionEntry>> AuditAsync()
    {
        using var sam = await _server.SignInAsync(Role.Administrator);
        return (await sam.GetAsync<SupervisionPage>("/api/supervision/audit")).Entries;
    }

    private async Task TakeRoleAsync(Guid userId)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = DemoAccounts.Riverside;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await users.Users.SingleAsync(user => user.Id == userId);
        Assert.True((await users.RemoveFromRoleAsync(user, nameof(Role.Supervisor))).Succeeded);
    }

    private static async Task FirstSoundAsync(SupervisorClient client, CancellationToken cancellationToken)
    {
        await foreach (var packet in client.HearAsync(cancellationToken))
        {
            if (packet.Pcm.AsSpan().ContainsAnyExcept((byte)0))
            {
                return;
            }
        }
        Assert.Fail("The sound ended before anybody was heard.");
    }

    private static async Task<List<long>> OffsetsAsync(SupervisorClient client, int count, CancellationToken cancellationToken)
    {
        var offsets = new List<long>();
        await foreach (var packet in client.HearAsync(cancellationToken))
        {
            offsets.Add(packet.Offset);
            if (offsets.Count == count)
            {
                break;
            }
        }
        return offsets;
    }

    private static async Task UntilAsync(IAsyncEnumerable<AudioPacket> packets, Func<AudioPacket, bool> which)
    {
        await foreach (var packet in packets)
        {
            if (which(packet))
            {
                return;
            }
        }
        Assert.Fail("The sound ended before that was heard.");
    }

    // A frame for each one heard, so as fast as one speaks.
    private static async IAsyncEnumerable<AudioPacket> SpeakUntilAsync(Task heard, SupervisorClient speaker)
    {
        var frame = Enumerable.Repeat((byte)77, 640).ToArray();
        var seq = 0L;
        await foreach (var _ in speaker.HearAsync(CancellationToken.None))
        {
            if (heard.IsCompleted)
            {
                yield break;
            }
            yield return new AudioPacket(seq, 0, seq * 320, frame);
            seq++;
        }
    }

    private static async Task CollectAsync(IAsyncEnumerable<AudioPacket> packets, List<AudioPacket> into)
    {
        await foreach (var packet in packets)
        {
            into.Add(packet);
        }
    }

    private static async Task DrainAsync(IAsyncEnumerable<AudioPacket> packets)
    {
        await foreach (var _ in packets)
        {
        }
    }

    private static async Task RefusedAsync(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<HubClientException>(act)).Code);
}
