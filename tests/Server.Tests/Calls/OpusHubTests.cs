using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>The microphone as Opus over the hub's real socket.</summary>
public sealed class OpusHubTests
{
    [OpusFact]
    public async Task Microphone_MayComeAsOpus_AndIsTakenWhereItWasCaptured()
    {
        using var server = Start();
        using var trainee = await server.SignInAsync(Role.Trainee);
        await using var call = await CallAsync(trainee);
        Assert.True(call.State.Opus);
        var sound = OpusSound.Noise(2_000);

        await call.Hub.UploadAsync("SendOpus", [call.Id], Stream(OpusSound.Encode(sound, 0, sound.Length)), CancellationToken.None);

        var ack = await call.Hub.InvokeAsync<Server.Media.AudioAck>(
            "ReportAudio", call.Id, new Server.Media.AudioReport(AudioPath.Hub, null, null, null, null, null));
        Assert.InRange(sound.Length - ack.HeardUpTo, 0, 160);
    }

    [OpusFact]
    public async Task WhatIsNotOpus_EndsTheStreamWithACode_AndTheCallGoesOn()
    {
        using var server = Start();
        using var trainee = await server.SignInAsync(Role.Trainee);
        await using var call = await CallAsync(trainee);

        await RefusedAsync("audioNotOpus", call, [new OpusPacket(0, [0x03])]);
        await RefusedAsync("audioPacketSize", call, [new OpusPacket(0, new byte[40_000])]);
        await RefusedAsync("audioOutOfRange", call, [new OpusPacket(-7, [0x48, 1, 2])]);
        await call.SayAsync("Are you still there?");
        await call.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Trainee);

        // A stream that is ended while packets wait for room in it may take its connection with it: a page connects anew.
        await RefusedAsync("audioTooFast", call, Enumerable.Range(0, 5_000).Select(_ => new OpusPacket(0, [0x48, 1, 2])));
        await using var again = await CallClient.ConnectAsync(trainee);
        await again.ResumeAsync(call.Id, call.LastSeq);
        await again.SayAsync("Can you hear me now?");
        await again.UntilAsync<UtteranceSpoken>(u => u.Party == Party.Trainee && u.Text.StartsWith("Can you", StringComparison.Ordinal));
    }

    [OpusFact]
    public async Task ServerThatIsToldNotTo_TakesNoOpus()
    {
        using var server = Start(("Calls:Opus", "false"));
        using var trainee = await server.SignInAsync(Role.Trainee);
        await using var call = await CallAsync(trainee);

        Assert.False(call.State.Opus);
        await RefusedAsync("opusNotTaken", call, []);
    }

    [OpusFact]
    public async Task SomeoneElsesCall_TakesNoOpusEither()
    {
        using var server = Start();
        using var trainee = await server.SignInAsync(Role.Trainee);
        await using var call = await CallAsync(trainee);
        using var coach = await server.SignInAsync(Role.Coach);
        await using var other = await CallClient.ConnectAsync(coach);

        var refusal = await Assert.ThrowsAsync<HubClientException>(
            () => other.Hub.UploadAsync("SendOpus", [call.Id], Stream([]), CancellationToken.None));
        Assert.Equal("callNotFound", refusal.Code);
    }

    [ServerFact]
    public async Task Protocols_AreAskedForBeforeConnecting_AndThoseOfThisBuild()
    {
        using var server = Start();
        using var trainee = await server.SignInAsync(Role.Trainee);

        var offer = await trainee.GetAsync<HubOffer>("/api/calls/hub");

        var full = typeof(HubProtocols).GetProperty("MessagePackOptions") is not null;
        Assert.Equal(full ? ["json", "messagepack"] : ["json"], offer.Protocols);
    }

    private static TrainingServer Start(params (string Name, string Value)[] settings) => TrainingServer.Start(new TrainingServerOptions
    {
        Settings = settings.Append(("Calls:RingMs", "50")).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2),
    });

    private static async Task<CallClient> CallAsync(TestBrowser trainee)
    {
        var call = await CallClient.ConnectAsync(trainee);
        await call.StartAsync((await trainee.GetAsync<ScenarioCard[]>("/api/scenarios"))[0].Id, voice: true);
        await call.UntilAsync<CallAnswered>();
        return call;
    }

    private static async Task RefusedAsync(string code, CallClient call, IEnumerable<OpusPacket> packets)
    {
        var refusal = await Assert.ThrowsAsync<HubClientException>(
            () => call.Hub.UploadAsync("SendOpus", [call.Id], Stream(packets), CancellationToken.None));
        Assert.Equal(code, refusal.Code);
    }

    private static async IAsyncEnumerable<OpusPacket> Stream(IEnumerable<OpusPacket> packets)
    {
        await Task.Yield();
        foreach (var packet in packets)
        {
            yield return packet;
        }
    }
}
