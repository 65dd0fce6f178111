using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;
using RealtimeTraining.Speech.Tests.Support;
using static RealtimeTraining.Speech.Tests.Recognition.Streaming.ScriptedCalls;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

public sealed class WindowedStreamTests
{
    private readonly WindowedOptions options = new() { PartialEveryMs = 300, CutAfterMs = 4_000 };

    [Fact]
    public async Task Partials_ComeFromAGrowingWindow_OneAtATime()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        var partials = Partials(stream);

        Feed(stream, Noise.Loud(900));
        var first = await calls.Decoder.NextAsync();
        Assert.Equal((300, false), (first.LengthMs, first.Request.IsFinal));
        Assert.True(calls.Decoder.IsIdle);

        first.Says("hello", 300);
        Assert.Equal("hello", await NextAsync(partials));
        await Settled(stream);
        Feed(stream, Noise.Loud(20));
        var second = await calls.Decoder.NextAsync();
        Assert.Equal(920, second.LengthMs);
        second.Says("hello there", 900);
        Assert.Equal("hello there", await NextAsync(partials));
    }

    [Fact]
    public async Task Partial_WithTheSameWords_IsNotToldAgain()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        var partials = Partials(stream);

        foreach (var words in new[] { "hello", "hello", "hello you" })
        {
            Feed(stream, Noise.Loud(300));
            var decode = await calls.Decoder.NextAsync();
            decode.Says(words, 300);
            await Settled(stream);
        }

        Assert.Equal("hello", await NextAsync(partials));
        Assert.Equal("hello you", await NextAsync(partials));
    }

    [Fact]
    public async Task Partial_ThatTookLong_IsFollowedLater()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        await FirstPartial(calls, stream, tookMs: 1_000);

        Feed(stream, Noise.Loud(1_280));
        Assert.True(calls.Decoder.IsIdle);
        Feed(stream, Noise.Loud(20));

        Assert.Equal(1_600, (await calls.Decoder.NextAsync()).LengthMs);
    }

    [Fact]
    public async Task Pause_IsDecodedAtOnce_AndTheEndThenNeedsNoMore()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        await FirstPartial(calls, stream, tookMs: 2_000);

        Feed(stream, [.. Noise.Loud(600), .. Noise.Quiet(200)]);
        (await calls.Decoder.NextAsync()).Says("good morning", 900);
        await Settled(stream);
        Feed(stream, Noise.Quiet(500));
        var final = await Within(stream.FinishAsync(CancellationToken.None));

        Assert.True(calls.Decoder.IsIdle);
        Assert.Equal("good morning", final.Text);
        Assert.Equal([new RecognizedWord("good", 0, 450, 0.9), new RecognizedWord("morning", 450, 900, 0.9)],
            final.Words.Select(word => word with { Confidence = Math.Round(word.Confidence, 3) }));
    }

    [Fact]
    public async Task Finish_InAPauseThatIsBeingDecoded_TakesThatForTheFinal()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        await FirstPartial(calls, stream, tookMs: 2_000);
        Feed(stream, [.. Noise.Loud(300), .. Noise.Quiet(500)]);
        var pause = await calls.Decoder.NextAsync();
        Assert.Equal(800, pause.LengthMs);

        var finishing = stream.FinishAsync(CancellationToken.None);
        Assert.False(pause.IsCancelled);
        pause.Says("yes please", 600);

        Assert.Equal("yes please", (await Within(finishing)).Text);
        Assert.True(calls.Decoder.IsIdle);
    }

    [Fact]
    public async Task Finish_InAPauseWhoseDecodeStillWaits_GoesBeforeTheOthersPartials()
    {
        options.MaxCalls = 2;
        var calls = new ScriptedCalls(options, cores: 1);
        await using var stream = calls.Open();
        await FirstPartial(calls, stream, tookMs: 2_000);
        await using var other = calls.Open();
        Feed(other, Noise.Loud(300));
        var others = await calls.Decoder.NextAsync();
        Feed(stream, [.. Noise.Loud(300), .. Noise.Quiet(300)]);

        var finishing = stream.FinishAsync(CancellationToken.None);
        await others.Cancelled;
        others.LetsGo();
        var final = await calls.Decoder.NextAsync();
        Assert.Equal((900, true), (final.LengthMs, final.Request.IsFinal));
        final.Says("yes please", 600);

        Assert.Equal("yes please", (await Within(finishing)).Text);
    }

    [Fact]
    public async Task Finish_WithWordsNotYetHeard_DecodesTheWholeOnceMore()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).Says("my name", 300);
        await Settled(stream);
        Feed(stream, Noise.Loud(200));

        var finishing = stream.FinishAsync(CancellationToken.None);
        var final = await calls.Decoder.NextAsync();
        Assert.Equal((500, true), (final.LengthMs, final.Request.IsFinal));
        final.Says("My name is Ann.", 500);

        Assert.Equal("my name is ann", (await Within(finishing)).Text);
    }

    [Fact]
    public async Task Finish_AfterADoubtfulPartial_DecodesAgain()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).SaysNothing();
        await Settled(stream);
        Feed(stream, [.. Noise.Loud(300), .. Noise.Quiet(220)]);
        (await calls.Decoder.NextAsync()).Says("mumble", 300, probability: 0.2);
        await Settled(stream);

        var finishing = stream.FinishAsync(CancellationToken.None);
        var final = await calls.Decoder.NextAsync();
        Assert.True(final.Request.IsFinal);
        final.Says("humble", 300);

        Assert.Equal("humble", (await Within(finishing)).Text);
    }

    [Fact]
    public async Task Finish_DoesNotWaitForAPartialThatWasGivenUp_NorTellItsWords()
    {
        var calls = new ScriptedCalls(options, cores: 2);
        await using var stream = calls.Open();
        var partials = Partials(stream);
        Feed(stream, Noise.Loud(500));
        var partial = await calls.Decoder.NextAsync();

        var finishing = stream.FinishAsync(CancellationToken.None);
        await partial.Cancelled;
        (await calls.Decoder.NextAsync()).Says("call me back", 500);
        Assert.Equal("call me back", (await Within(finishing)).Text);

        // It comes to its end all the same, much later.
        partial.Says("call me", 300);
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).Says("bye now", 300);
        Assert.Equal("bye now", await NextAsync(partials));
    }

    [Fact]
    public async Task LongUtterance_IsCutWhereTwoPartialsAgreed_AndNoWordIsLostOrDoubled()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open("Metformin", "Dr. Patel");
        const string ten = "one two three four five six seven eight nine ten";
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).SaysNothing();
        await Settled(stream);
        Feed(stream, Noise.Loud(4_700));
        (await calls.Decoder.NextAsync()).SaysNothing();
        await Settled(stream);
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).Says(ten, 5_000);
        await Settled(stream);
        Feed(stream, Noise.Loud(300));
        var second = await calls.Decoder.NextAsync();
        Assert.Equal("Metformin, Dr. Patel.", second.Request.Prompt);
        second.Says(ten + " eleven", 5_500);
        await Settled(stream);

        Feed(stream, Noise.Loud(300));
        var third = await calls.Decoder.NextAsync();
        Assert.InRange(third.LengthMs, 2_000, 3_500);
        Assert.Equal("Metformin, Dr. Patel. one two three four five six", third.Request.Prompt);
        var finishing = stream.FinishAsync(CancellationToken.None);
        // The cut was a little early: the last word before it is heard again.
        (await calls.Decoder.NextAsync()).Says("six seven eight nine ten eleven twelve", 2_300);

        var final = await Within(finishing);
        Assert.Equal(ten + " eleven twelve", final.Text);
        Assert.All(final.Words.Zip(final.Words.Skip(1)), pair => Assert.True(pair.First.StartMs <= pair.Second.StartMs));
        Assert.InRange(final.Words[^1].EndMs, 5_000, 6_300);
    }

    [Fact]
    public async Task UtteranceLongerThanTheWindow_IsDecodedInParts_CutWhereItIsQuiet()
    {
        options.MaxWindowMs = 5_000;
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        // Too much at once for any partial.
        Assert.True(stream.Write((short[])[.. Noise.Loud(4_200), .. Noise.Quiet(100), .. Noise.Loud(3_700)]));
        var partial = await calls.Decoder.NextAsync();
        var finishing = stream.FinishAsync(CancellationToken.None);
        await partial.Cancelled;
        partial.LetsGo();

        var first = await calls.Decoder.NextAsync();
        Assert.InRange(first.LengthMs, 4_200, 4_300);
        first.Says("first half", 4_000);
        var second = await calls.Decoder.NextAsync();
        Assert.InRange(first.LengthMs + second.LengthMs, 7_998, 8_000);
        Assert.Equal("first half", second.Request.Prompt);
        second.Says("second half", 3_000);

        var final = await Within(finishing);
        Assert.Equal("first half second half", final.Text);
        Assert.InRange(final.Words[2].StartMs, 4_200, 4_300);
    }

    [Fact]
    public async Task SilenceAfterTheLastPart_IsNotDecoded()
    {
        options.MaxWindowMs = 5_000;
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Assert.True(stream.Write((short[])[.. Noise.Loud(4_000), .. Noise.Quiet(3_000)]));
        (await calls.Decoder.NextAsync()).Says("that is all", 4_000);
        await Settled(stream);

        Assert.Equal("that is all", (await Within(stream.FinishAsync(CancellationToken.None))).Text);
        Assert.True(calls.Decoder.IsIdle);
    }

    [Fact]
    public async Task Abandoned_LeavesNothingForTheNext()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Feed(stream, Noise.Loud(400));
        var partial = await calls.Decoder.NextAsync();

        await stream.AbandonAsync();
        await partial.Cancelled;

        Assert.Equal(Transcript.Empty, await Within(stream.FinishAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task SoftSound_IsNotDecodedAtAll()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Assert.True(stream.Write(ReadOnlyMemory<short>.Empty));
        Feed(stream, Noise.Quiet(2_000));

        Assert.Equal(Transcript.Empty, await Within(stream.FinishAsync(CancellationToken.None)));
        Assert.True(calls.Decoder.IsIdle);
    }

    [Fact]
    public async Task Utterance_WithoutEnd_DropsWhatIsTooMuch()
    {
        options.MaxUtteranceMs = 10_000;
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();

        Assert.True(stream.Write(Noise.Loud(9_990)));
        Assert.False(stream.Write(Noise.Loud(20)));

        Assert.Equal(1, stream.DroppedFrames);
    }

    [Fact]
    public async Task Final_ThatTakesTooLong_GivesTheWordsSoFar()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).Says("i need", 300);
        await Settled(stream);
        Feed(stream, Noise.Loud(200));
        var finishing = stream.FinishAsync(CancellationToken.None);
        var final = await calls.Decoder.NextAsync();

        calls.Clock.Pass(options.FinalBudgetMs);

        Assert.Equal("i need", (await Within(finishing)).Text);
        await final.Cancelled;
    }

    [Fact]
    public async Task Final_ThatTakesTooLongWithNoWordsAtAll_SaysSo()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Feed(stream, Noise.Loud(200));
        var finishing = stream.FinishAsync(CancellationToken.None);
        await calls.Decoder.NextAsync();

        calls.Clock.Pass(options.FinalBudgetMs);

        Assert.Contains("8000 ms", (await Assert.ThrowsAsync<TimeoutException>(() => Within(finishing))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecoderThatBreaks_FailsTheFinal_AndNotTheNextUtterance()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        Feed(stream, Noise.Loud(300));
        (await calls.Decoder.NextAsync()).Breaks();
        await Settled(stream);
        Feed(stream, Noise.Loud(1_000));
        Assert.True(calls.Decoder.IsIdle);

        var finishing = stream.FinishAsync(CancellationToken.None);
        (await calls.Decoder.NextAsync()).Breaks();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Within(finishing));

        Feed(stream, Noise.Loud(200));
        finishing = stream.FinishAsync(CancellationToken.None);
        (await calls.Decoder.NextAsync()).Says("hello again", 200);
        Assert.Equal("hello again", (await Within(finishing)).Text);
    }

    [Fact]
    public async Task Finish_Cancelled_LeavesTheStreamReadyForTheNext()
    {
        var calls = new ScriptedCalls(options);
        await using var stream = calls.Open();
        using var hangUp = new CancellationTokenSource();
        Feed(stream, Noise.Loud(200));
        var finishing = stream.FinishAsync(hangUp.Token);
        var final = await calls.Decoder.NextAsync();

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within(finishing));
        await final.Cancelled;

        Feed(stream, Noise.Loud(200));
        var next = stream.FinishAsync(CancellationToken.None);
        (await calls.Decoder.NextAsync()).Says("here i am", 200);
        Assert.Equal("here i am", (await Within(next)).Text);
    }

    [Fact]
    public async Task Dispose_WhileDecoding_ReturnsAtOnce_AndGivesThePlaceBack()
    {
        options.MaxCalls = 1;
        var calls = new ScriptedCalls(options);
        var stream = calls.Open();
        Feed(stream, Noise.Loud(300));
        var partial = await calls.Decoder.NextAsync();
        Assert.Throws<RecognizerBusyException>(() => calls.Open());

        await stream.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        await stream.DisposeAsync();

        await partial.Cancelled;
        Assert.Throws<ObjectDisposedException>(() => stream.Write(new short[1]));
        await calls.Open().DisposeAsync();
        Assert.False(partial.Result.Task.IsCompleted);
    }

    [Fact]
    public async Task Recognition_Disposed_WaitsUntilTheDecoderHasLetGo()
    {
        var calls = new ScriptedCalls(options);
        var stream = calls.Open();
        Feed(stream, Noise.Loud(300));
        var partial = await calls.Decoder.NextAsync();

        var disposing = calls.Recognition.DisposeAsync().AsTask();
        await partial.Cancelled;
        Assert.False(disposing.IsCompleted);
        partial.LetsGo();

        await disposing.WaitAsync(TimeSpan.FromSeconds(20));
        await stream.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => calls.Open());
    }

    [Fact]
    public async Task Calls_AsManyAsThereAreCores_OneMoreIsRefused()
    {
        var calls = new ScriptedCalls(options, cores: 2);
        await using var first = calls.Open();
        await using var second = calls.Open();

        var busy = Assert.Throws<RecognizerBusyException>(() => calls.Open());

        Assert.Contains("MaxCalls", busy.Message, StringComparison.Ordinal);
    }

    /// <summary>A first partial of 300 ms with no words.</summary>
    private static async Task FirstPartial(ScriptedCalls calls, IRecognitionStream stream, int tookMs)
    {
        Feed(stream, Noise.Loud(300));
        var first = await calls.Decoder.NextAsync();
        calls.Clock.Pass(tookMs);
        first.SaysNothing();
        await Settled(stream);
    }

    /// <summary>The last partial has been taken in, so that what is written now is looked at.</summary>
    private static async Task Settled(IRecognitionStream stream) =>
        await ((WindowedStream)stream).PartialDone.WaitAsync(TimeSpan.FromSeconds(20));
}
