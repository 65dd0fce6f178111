using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines.Failover;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Tests.Patients.Words;

namespace RealtimeTraining.Server.Tests.Engines;

public sealed class LastingWordsTests
{
    private const string Line = "I'll wait. What do you need from me?";

    [Fact]
    public async Task ModelFails_TheTurnGoesOnWithTheAuthoredLine_AndTheNextTurnWithTheNextModel()
    {
        var second = ScriptedChatClient.Saying("Sure, I'll wait. What do you need from me?");
        await using var room = Room(ScriptedChatClient.Failing(), second);
        await using var words = Open(room);

        Assert.Equal(Line, await SayAsync(words));
        Assert.Equal(("first", "second"), (room.Replaced.Single().Engine, room.Replaced.Single().By));
        Assert.Equal("Sure, I'll wait. What do you need from me?", await SayAsync(words));
        Assert.Single(second.Asked);
    }

    [Fact]
    public async Task NoModelLeft_TheAuthoredPatientGoesOn()
    {
        await using var room = Room(ScriptedChatClient.Failing(), ScriptedChatClient.Failing());
        await using var words = Open(room);

        Assert.Equal(Line, await SayAsync(words));
        Assert.Equal(Line, await SayAsync(words));
        Assert.Equal(Line, await SayAsync(words));
        Assert.Equal(["second", null], room.Replaced.Select(replaced => replaced.By));
    }

    [Fact]
    public async Task LateOnce_IsForgiven_AndLateTwiceInARowIsNot()
    {
        await using var room = Room(ScriptedChatClient.ThenSilent(""), ScriptedChatClient.Saying("Sure, I'll wait. What do you need from me?"));
        await using var words = Open(room);

        Assert.Equal(Line, await LateAsync(room, words));
        Assert.Empty(room.Replaced);
        Assert.Equal(Line, await LateAsync(room, words));
        Assert.Equal("it took too long", room.Replaced.Single().Reason);
    }

    [Fact]
    public async Task WordsThatTheGuardRefuses_AreNoFailureOfTheEngine()
    {
        await using var room = Room(ScriptedChatClient.Saying("As an AI language model I cannot wait."), ScriptedChatClient.Failing());
        await using var words = Open(room);

        for (var turn = 0; turn < 5; turn++)
        {
            Assert.Equal(Line, await SayAsync(words));
        }
        Assert.Empty(room.Replaced);
    }

    [Fact]
    public async Task AuthoredChosen_NoModelIsAsked()
    {
        var model = ScriptedChatClient.Saying("Sure.");
        await using var room = new EngineRoom(
            new ScriptedEngine<IChatClient>(EngineRole.PatientWords, "model", 50, () => model), new AuthoredWordsEngine());
        room.Settings.Choose(EngineRole.PatientWords, "authored");
        await using var words = Open(room);

        Assert.Equal(Line, await SayAsync(words));
        Assert.Empty(model.Asked);
    }

    private static EngineRoom Room(IChatClient first, IChatClient second) => new(
        new ScriptedEngine<IChatClient>(EngineRole.PatientWords, "first", 20, () => first),
        new ScriptedEngine<IChatClient>(EngineRole.PatientWords, "second", 10, () => second),
        new AuthoredWordsEngine());

    private static LastingWords Open(EngineRoom room)
    {
        var succession = room.Succession<IChatClient>(EngineRole.PatientWords);
        succession.MoveOn();
        var authored = new AuthoredReplyWriter();
        return new LastingWords(succession, authored, (client, onFallback) =>
            new ModelReplyWriter(client, new ModelReplyWriterOptions { MaxHanging = 10 }, room.Time, NullLogger<ModelReplyWriter>.Instance, authored, onFallback));
    }

    private static async Task<string> LateAsync(EngineRoom room, LastingWords words)
    {
        var saying = SayAsync(words);
        room.Time.Advance(TimeSpan.FromSeconds(2));
        return await saying;
    }

    private static async Task<string> SayAsync(LastingWords words)
    {
        var clauses = new List<string>();
        await foreach (var clause in words.WriteAsync(Requests.Plain(Line), CancellationToken.None))
        {
            clauses.Add(clause);
        }
        return string.Join(' ', clauses);
    }
}
