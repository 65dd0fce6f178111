using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Engines.PocketSphinx;

/// <summary>One pool of two decoders for all tests: loading it takes longer than most of them.</summary>
public sealed class PocketSphinxRecognizerTests(PocketSphinxRecognizerTests.Pool pool) : IClassFixture<PocketSphinxRecognizerTests.Pool>
{
    private const string Sentence = "i would like to make an appointment with the doctor on tuesday morning";

    [PocketSphinxFact]
    public async Task HearsWhatFliteSays()
    {
        var (errors, words) = (0, 0);
        foreach (var voice in new[] { "slt", "rms" })
        {
            var heard = await Recognise(await Say(Sentence, voice));

            errors += WordErrors.Between(Sentence, heard.Text).Errors;
            words += 13;
            Assert.Equal(heard.Text, string.Join(' ', heard.Words.Select(word => word.Text)));
            Assert.InRange(heard.Confidence, 0.05, 1);
        }
        Assert.InRange((double)errors / words, 0, 0.2);
    }

    [PocketSphinxFact]
    public async Task Words_HaveTheirTimes()
    {
        var samples = await Say("please call me back");
        var heard = await Recognise(samples);

        Assert.InRange(heard.Words[0].StartMs, 200, 450);
        Assert.InRange(heard.Words[^1].EndMs, AudioFormat.Milliseconds(samples.Length) - 500, AudioFormat.Milliseconds(samples.Length));
        Assert.All(heard.Words.Zip(heard.Words.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
        Assert.All(heard.Words, word => Assert.True(word.StartMs < word.EndMs && word.Confidence is >= 0 and <= 1));
    }

    [PocketSphinxFact]
    public async Task FirstUtteranceOfACall_IsHeardAsWellAsTheNext_WhateverTheLastCallSoundedLike()
    {
        var samples = await Say(Sentence);
        var first = await Recognise(samples);
        // A call over a bad line: everything loud and shrill.
        var shrill = samples.Select((sample, i) => (short)Math.Clamp(i == 0 ? 0 : 3 * (sample - samples[i - 1]), -32_000, 32_000)).ToArray();
        for (var i = 0; i < 3; i++)
        {
            await Recognise(shrill);
        }

        Assert.Equal(first.Text, (await Recognise(samples)).Text);
    }

    [PocketSphinxFact]
    public async Task Partials_Grow_ComeOnlyWhenTheyChange_AndWithoutNoiseWords()
    {
        await using var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        var partials = new List<string>();
        stream.Partial += partial => partials.Add(partial.Text);
        await Feed(stream, await Say(Sentence));
        var final = await stream.FinishAsync(CancellationToken.None);

        Assert.True(partials.Count >= 3, $"Only {partials.Count} partials.");
        Assert.All(partials.Zip(partials.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.All(partials, partial => Assert.DoesNotContain(partial, c => c is '<' or '[' or '(' or '+'));
        Assert.InRange(WordErrors.Between(final.Text, partials[^1]).Rate, 0, 0.4);
    }

    [PocketSphinxFact]
    public async Task Utterances_FollowEachOtherInOneStream()
    {
        await using var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await Feed(stream, await Say("good morning how can i help you"));
        var first = await stream.FinishAsync(CancellationToken.None);
        await Feed(stream, await Say("what is your date of birth"));
        var second = await stream.FinishAsync(CancellationToken.None);

        Assert.InRange(WordErrors.Between("good morning how can i help you", first.Text).Rate, 0, 0.3);
        Assert.InRange(WordErrors.Between("what is your date of birth", second.Text).Rate, 0, 0.3);
        Assert.InRange(second.Words[0].StartMs, 150, 500);
    }

    [PocketSphinxFact]
    public async Task Abandoned_LeavesNothingForTheNext()
    {
        await using var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await Feed(stream, await Say(Sentence));
        await stream.AbandonAsync();

        Assert.Equal("", (await stream.FinishAsync(CancellationToken.None)).Text);
    }

    [PocketSphinxFact]
    public async Task SilenceAndNothing_GiveNoWords()
    {
        await using var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        Assert.Equal(Transcript.Empty, await stream.FinishAsync(CancellationToken.None));

        await Feed(stream, new short[AudioFormat.Samples(2_000)]);
        Assert.Equal("", (await stream.FinishAsync(CancellationToken.None)).Text);

        Assert.True(stream.Write(new short[1]));
        Assert.True(stream.Write(ReadOnlyMemory<short>.Empty));
        Assert.Equal("", (await stream.FinishAsync(CancellationToken.None)).Text);
    }

    [PocketSphinxFact]
    public async Task AnyChunkSize_GivesTheSameWords()
    {
        var samples = await Say(Sentence);
        var whole = await Recognise(samples, chunk: AudioFormat.FrameSamples);

        Assert.Equal(whole.Text, (await Recognise(samples, chunk: 37)).Text);
        Assert.Equal(whole.Text, (await Recognise(samples, chunk: 16_001)).Text);
    }

    [PocketSphinxFact]
    public async Task InParallel_HearsTheSameAsAlone()
    {
        var (one, two) = (await Say(Sentence), await Say("can you please confirm your date of birth for me", "rms"));
        var (alone1, alone2) = (await Recognise(one), await Recognise(two));

        var together = await Task.WhenAll(Recognise(one), Recognise(two));

        Assert.Equal([alone1.Text, alone2.Text], together.Select(heard => heard.Text));
        AssertAlike(alone1.Words, together[0].Words);
        AssertAlike(alone2.Words, together[1].Words);
    }

    // The same words at the same times; what a decoder heard before may leave a trace in how sure it is.
    private static void AssertAlike(IReadOnlyList<RecognizedWord> expected, IReadOnlyList<RecognizedWord> actual)
    {
        Assert.Equal(expected.Select(word => (word.Text, word.StartMs, word.EndMs)), actual.Select(word => (word.Text, word.StartMs, word.EndMs)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Confidence, pair.Second.Confidence, tolerance: 0.02));
    }

    [PocketSphinxFact]
    public async Task AllInUse_IsBusy_AndDisposingGivesBack()
    {
        var first = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await using var second = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);

        var busy = await Assert.ThrowsAsync<RecognizerBusyException>(
            async () => await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));
        Assert.Contains("Decoders", busy.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var third = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await Assert.ThrowsAsync<RecognizerBusyException>(
            async () => await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));
    }

    [PocketSphinxFact]
    public async Task Disposed_RefusesFurtherSound()
    {
        var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        stream.Write(new short[320]);
        await stream.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => stream.Write(new short[320]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.FinishAsync(CancellationToken.None));
    }

    [PocketSphinxFact]
    public async Task Finish_Cancelled_LeavesTheStreamUsable()
    {
        await using var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await Feed(stream, await Say(Sentence), pace: false);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await stream.FinishAsync(new CancellationToken(canceled: true)));

        await Feed(stream, await Say("what is your date of birth"), pace: false);
        var heard = await stream.FinishAsync(CancellationToken.None);

        Assert.InRange(WordErrors.Between("what is your date of birth", heard.Text).Rate, 0, 0.3);
    }

    [PocketSphinxFact]
    public async Task DecoderBehind_DropsFrames_AndCountsThem()
    {
        await using var stream = await pool.Recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        var accepted = 0;
        // Two minutes at once, where half a minute may wait.
        for (var i = 0; i < 6_000; i++)
        {
            accepted += stream.Write(new short[AudioFormat.FrameSamples]) ? 1 : 0;
        }

        Assert.Equal(6_000 - accepted, stream.DroppedFrames);
        Assert.InRange(accepted, 1_500, 5_999);
        await stream.AbandonAsync();
        Assert.True(stream.Write(new short[AudioFormat.FrameSamples]));
    }

    [PocketSphinxFact]
    public async Task LongUtterance_IsDecodedInParts_WithTimesFromItsStart()
    {
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1, MaxPartMs = 4_000, QueueMs = 30_000 });
        await using var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        var samples = await Say(Sentence);
        short[] twice = [.. samples, .. samples, .. samples];
        await Feed(stream, twice);
        var heard = await stream.FinishAsync(CancellationToken.None);

        Assert.InRange(WordErrors.Between($"{Sentence} {Sentence} {Sentence}", heard.Text).Rate, 0, 0.35);
        Assert.InRange(heard.Words[^1].EndMs, AudioFormat.Milliseconds(twice.Length) - 800, AudioFormat.Milliseconds(twice.Length));
        Assert.All(heard.Words.Zip(heard.Words.Skip(1)), pair => Assert.True(pair.First.StartMs <= pair.Second.StartMs));
    }

    [PocketSphinxFact]
    public async Task Leaning_HearsNamesAndDrugs_AndTheNextCallDoesNot()
    {
        const string said = "mister kowalski please take the levetiracetam at riverside";
        var samples = await Say(said);
        var context = new RecognitionContext(["Mr. Kowalski", "mister kowalski", "levetiracetam", "Riverside"]);

        var leaned = await Recognise(samples, context);
        var plain = await Recognise(samples);

        Assert.Contains("kowalski", leaned.Text, StringComparison.Ordinal);
        Assert.Contains("levetiracetam", leaned.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("levetiracetam", plain.Text, StringComparison.Ordinal);
        Assert.True(WordErrors.Between(said, leaned.Text).Errors < WordErrors.Between(said, plain.Text).Errors);
    }

    [PocketSphinxFact]
    public async Task OddPhrases_DoNoHarm()
    {
        string[] odd = ["", "   ", "<s> </s>", "\\data\\", "\u65E5\u672C", new('x', 500), "%n %s", "-99 <s>", "1234567890123", "3rd", "don't", "'"];
        var heard = await Recognise(await Say(Sentence), new RecognitionContext([.. odd, .. Enumerable.Range(0, 500).Select(i => $"phrase {i}")]));

        Assert.InRange(WordErrors.Between(Sentence, heard.Text).Rate, 0, 0.3);
    }

    [PocketSphinxFact]
    public async Task DisposedPool_GivesNoMoreDecoders()
    {
        var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1 });
        await recognizer.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));
    }

    [PocketSphinxFact]
    public async Task RecogniserDisposedFirst_LetsItsStreamsGoInPeace()
    {
        var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1 });
        var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        stream.Write(new short[320]);
        await recognizer.DisposeAsync();

        Assert.False(stream.Write(new short[320]));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.FinishAsync(CancellationToken.None));
        await stream.DisposeAsync();
    }

    [PocketSphinxFact]
    public async Task ModelMissing_IsSaid()
    {
        await using var recognizer = new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 1, ModelFolder = "/nowhere" });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));

        Assert.Contains("/nowhere", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void DecodersOutOfRange_AreRefused(int decoders) =>
        Assert.Throws<ValidationException>(() => new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = decoders }));

    private static async Task<short[]> Say(string text, string voice = "slt") => Spoken.InRoom(await Spoken.SayAsync(text, voice));

    private async Task<Transcript> Recognise(short[] samples, RecognitionContext? context = null, int chunk = AudioFormat.FrameSamples)
    {
        await using var stream = await pool.Recognizer.OpenAsync(context ?? RecognitionContext.None, CancellationToken.None);
        await Feed(stream, samples, chunk);
        return await stream.FinishAsync(CancellationToken.None);
    }

    /// <summary>As fast as the decoder takes it; with a pace, so that partials have a time to come.</summary>
    private static async Task Feed(IRecognitionStream stream, short[] samples, int chunk = AudioFormat.FrameSamples, bool pace = true)
    {
        foreach (var part in samples.Chunk(chunk))
        {
            Assert.True(stream.Write(part));
            if (pace)
            {
                await Task.Yield();
            }
        }
    }

    public sealed class Pool : IAsyncLifetime
    {
        private PocketSphinxRecognizer? recognizer;

        public PocketSphinxRecognizer Recognizer =>
            recognizer ??= new PocketSphinxRecognizer(new PocketSphinxOptions { Decoders = 2, QueueMs = 30_000 });

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (recognizer is not null)
            {
                await recognizer.DisposeAsync();
            }
        }
    }
}
