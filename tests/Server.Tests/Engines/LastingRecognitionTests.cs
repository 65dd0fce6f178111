using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines.Failover;
using RealtimeTraining.Server.Tests.Calls;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Tests.Engines;

public sealed class LastingRecognitionTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task BreaksAtTheFinal_NextEngineHearsTheWholeUtterance_WithinTheSameTurn()
    {
        var (first, second) = (new ScriptedRecognition { Fails = new HttpRequestException("gone") }, new ScriptedRecognition { Words = "may i have your name" });
        await using var room = Room(first, second);
        await using var recognition = await OpenAsync(room);

        recognition.Write(new short[320]);
        recognition.Write(new short[320]);
        var heard = await recognition.FinishAsync(CancellationToken.None);

        Assert.Equal("may i have your name", heard.Text);
        Assert.Equal(640, second.SamplesHeard);
        Assert.Equal(("first", "second"), (room.Replaced.Single().Engine, room.Replaced.Single().By));
        recognition.Write(new short[320]);
        await recognition.FinishAsync(CancellationToken.None);
        Assert.Equal(960, second.SamplesHeard);
        Assert.Equal(640, first.SamplesHeard);
    }

    [Fact]
    public async Task Hangs_NextEngineTakesOver_AfterTheLimit()
    {
        var second = new ScriptedRecognition { Words = "hello" };
        await using var room = Room(new HangingRecognition(), second);
        await using var recognition = await OpenAsync(room);
        recognition.Write(new short[320]);

        var final = recognition.FinishAsync(CancellationToken.None).AsTask();
        Assert.False(final.IsCompleted);
        room.Time.Advance(AtMost);

        Assert.Equal("hello", (await final).Text);
        Assert.Equal("it took too long", room.Replaced.Single().Reason);
    }

    [Fact]
    public async Task Full_NextEngineIsTaken_WithoutBlame()
    {
        await using var room = new EngineRoom(
            Engine("first", 20, () => throw new RecognizerBusyException("full")), Engine("second", 10, () => new ScriptedRecognition { Words = "hello" }));
        await using var recognition = await OpenAsync(room);

        Assert.Equal("hello", (await recognition.FinishAsync(CancellationToken.None)).Text);
        Assert.Empty(room.Replaced);
        Assert.Equal("first", room.Catalog.First(EngineRole.Recogniser)!.Name);
    }

    [Fact]
    public async Task AllFull_IsSaid()
    {
        await using var room = new EngineRoom(Engine("first", 20, () => throw new RecognizerBusyException("full")));

        await Assert.ThrowsAsync<RecognizerBusyException>(() => OpenAsync(room));
    }

    [Fact]
    public async Task NoneLeft_GivesNoWords_AndTellsToType()
    {
        await using var room = Room(new ScriptedRecognition { Fails = new InvalidOperationException() }, new ScriptedRecognition { Fails = new InvalidOperationException() });
        await using var recognition = await OpenAsync(room);
        recognition.Write(new short[320]);

        Assert.Equal("", (await recognition.FinishAsync(CancellationToken.None)).Text);
        Assert.Contains("Type", room.Replaced[^1].Text, StringComparison.Ordinal);
        Assert.False(recognition.Write(new short[320]));
    }

    [Fact]
    public async Task CallOver_IsNoFailure()
    {
        await using var room = Room(new HangingRecognition(), new ScriptedRecognition());
        await using var recognition = await OpenAsync(room);
        using var stop = new CancellationTokenSource();

        var final = recognition.FinishAsync(stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => final);
        Assert.Empty(room.Replaced);
    }

    private static EngineRoom Room(IRecognitionStream first, IRecognitionStream second) => new(Engine("first", 20, () => first), Engine("second", 10, () => second));

    private static ScriptedEngine<ISpeechRecognizer> Engine(string name, int preference, Func<IRecognitionStream> open) =>
        new(EngineRole.Recogniser, name, preference, () => new ScriptedRecognizer(name, open));

    private static async Task<LastingRecognition> OpenAsync(EngineRoom room) =>
        await LastingRecognition.OpenAsync(room.Succession<ISpeechRecognizer>(EngineRole.Recogniser), RecognitionContext.None, room.Time, AtMost, CancellationToken.None)
        ?? throw new InvalidOperationException("Nothing was opened.");

    private sealed class ScriptedRecognizer(string name, Func<IRecognitionStream> open) : ISpeechRecognizer
    {
        public string Name => name;

        public ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken) => new(open());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class HangingRecognition : IRecognitionStream
    {
        public event Action<PartialTranscript>? Partial
        {
            add { }
            remove { }
        }

        public long DroppedFrames => 0;

        public bool Write(ReadOnlyMemory<short> samples) => true;

        public ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken) => new(new TaskCompletionSource<Transcript>().Task);

        public ValueTask AbandonAsync() => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
