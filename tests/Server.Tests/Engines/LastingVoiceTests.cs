using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines.Failover;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Tests.Engines;

public sealed class LastingVoiceTests
{
    private static readonly SpeechRequest Hello = new("Hello there.", "female");

    [Fact]
    public async Task BreaksBeforeTheFirstSound_NextVoiceSpeaksTheSameClause()
    {
        await using var room = Room(new CountedVoice { Value = 1, BreaksAfter = 0 }, new CountedVoice { Value = 2 });
        await using var voice = Open(room);

        Assert.Equal([2, 2, 2], await SayAsync(voice));
        Assert.Equal([2, 2, 2], await SayAsync(voice));
        var replaced = Assert.Single(room.Replaced);
        Assert.Equal(("first", "second", "its server cannot be reached"), (replaced.Engine, replaced.By, replaced.Reason));
        Assert.NotNull(room.Health.FailureOf(room.Catalog.Find(EngineRole.Voice, "first")!));
    }

    [Fact]
    public async Task BreaksInAClause_NextVoiceSpeaksTheNextClause_AndNothingIsSaidTwice()
    {
        await using var room = Room(new CountedVoice { Value = 1, BreaksAfter = 2 }, new CountedVoice { Value = 2 });
        await using var voice = Open(room);

        Assert.Equal([1, 1], await SayAsync(voice));
        Assert.Equal([2, 2, 2], await SayAsync(voice));
    }

    [Fact]
    public async Task NoVoiceLeft_Throws_AndSaysSoOnce()
    {
        await using var room = Room(new CountedVoice { BreaksAfter = 0 }, new CountedVoice { BreaksAfter = 0 });
        await using var voice = Open(room);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SayAsync(voice));
        Assert.Equal(["second", null], room.Replaced.Select(replaced => replaced.By));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SayAsync(voice));
        Assert.Equal(2, room.Replaced.Count);
    }

    [Fact]
    public async Task Interrupted_IsNoFailure()
    {
        await using var room = Room(new CountedVoice(), new CountedVoice());
        await using var voice = Open(room);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SayAsync(voice, stop.Token));
        Assert.Empty(room.Replaced);
    }

    [Fact]
    public async Task EngineThatCannotBeMade_IsPassedOver()
    {
        await using var room = new EngineRoom(
            new ScriptedEngine<ISpeechSynthesizer>(EngineRole.Voice, "first", 20, () => throw new DllNotFoundException("libfine")),
            new ScriptedEngine<ISpeechSynthesizer>(EngineRole.Voice, "second", 10, () => new CountedVoice { Value = 2 }));
        await using var voice = Open(room);

        Assert.Equal("second", voice.Name);
        Assert.Equal([2, 2, 2], await SayAsync(voice));
    }

    private static EngineRoom Room(CountedVoice first, CountedVoice second) => new(
        new ScriptedEngine<ISpeechSynthesizer>(EngineRole.Voice, "first", 20, () => first),
        new ScriptedEngine<ISpeechSynthesizer>(EngineRole.Voice, "second", 10, () => second));

    private static LastingVoice Open(EngineRoom room)
    {
        var succession = room.Succession<ISpeechSynthesizer>(EngineRole.Voice);
        Assert.True(succession.MoveOn());
        return new LastingVoice(succession);
    }

    private static async Task<List<int>> SayAsync(LastingVoice voice, CancellationToken cancellationToken = default)
    {
        var values = new List<int>();
        await foreach (var part in voice.SpeakAsync(Hello, cancellationToken))
        {
            values.Add(part.Span[0]);
        }
        return values;
    }
}
