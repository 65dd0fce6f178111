using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;
using RealtimeTraining.Speech.Tests.Support;
using Whisper.net;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

/// <summary>With the real library and a model without weights: what is heard is not looked at, only that it runs.</summary>
[Collection(AloneCollection.Name)]
public sealed class WhisperRecognizerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [WhisperFact(TestModels.Tiny)]
    public async Task Utterance_ComesToItsEnd()
    {
        await using var recognizer = new WhisperRecognizer(SharedData.PathOf(TestModels.Tiny), new WhisperOptions());
        await using var stream = await recognizer.OpenAsync(new RecognitionContext(["Metformin", "Dr. Patel"]), CancellationToken.None);

        Assert.NotNull(await Recognise(stream, TestModels.Jfk()));
        Assert.NotNull(await Recognise(stream, TestModels.Jfk()[..AudioFormat.Samples(150)]));
        Assert.Equal(0, stream.DroppedFrames);
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task TwoCalls_AtTheSameTime_BothComeToTheirEnds()
    {
        await using var recognizer = new WhisperRecognizer(SharedData.PathOf(TestModels.Tiny), new WhisperOptions { MaxCalls = 2, Threads = 1 });
        await using var first = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await using var second = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        await Assert.ThrowsAsync<RecognizerBusyException>(async () => await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));

        var both = await Task.WhenAll(Recognise(first, TestModels.Jfk()), Recognise(second, TestModels.Jfk()));

        Assert.Equal(2, both.Length);
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task Decode_Cancelled_LetsGo_AndTheNextOneRuns()
    {
        using var factory = WhisperFactory.FromPath(SharedData.PathOf(TestModels.Tiny));
        var decoder = new WhisperDecoder(factory, new WhisperOptions(), threads: 1, AudioContext.Whole);
        var request = new WindowRequest(TestModels.Jfk(), "Metformin.", IsFinal: true);
        for (var i = 0; i < 10; i++)
        {
            using var hangUp = new CancellationTokenSource();
            var decoding = decoder.DecodeAsync(request, hangUp.Token);
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => decoding.WaitAsync(Patience));
        }

        Assert.NotNull(await decoder.DecodeAsync(request, CancellationToken.None).WaitAsync(Patience));
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task Disposed_WhileItDecodes_WaitsForTheNativeCode()
    {
        var recognizer = new WhisperRecognizer(SharedData.PathOf(TestModels.Tiny), new WhisperOptions());
        var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        stream.Write(TestModels.Jfk());
        var finishing = stream.FinishAsync(CancellationToken.None).AsTask();

        await recognizer.DisposeAsync().AsTask().WaitAsync(Patience);
        await recognizer.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finishing.WaitAsync(Patience));
        await stream.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None));
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task HalfAModel_IsNamedWhenACallOpens_AndNeverLoaded()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(SharedData.PathOf(TestModels.Tiny)))[..5_000]);
        await using (var recognizer = new WhisperRecognizer(path, new WhisperOptions()))
        {
            var broken = await Assert.ThrowsAsync<InvalidOperationException>(async () => await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None).AsTask().WaitAsync(Patience));
            Assert.Contains("is damaged", broken.Message, StringComparison.Ordinal);
            Assert.Contains("./dev models get", broken.Message, StringComparison.Ordinal);
        }
        File.Delete(path);
    }

    [Fact]
    public void WrongOptions_AreRefused() => Assert.Throws<ValidationException>(() =>
        new WindowedRecognition(null!, new EnergySpeechMeter(), new WhisperOptions { PartialEveryMs = 1 }, 1, 1, TimeProvider.System));

    private static async Task<Transcript> Recognise(IRecognitionStream stream, short[] samples)
    {
        foreach (var frame in samples.Chunk(AudioFormat.FrameSamples))
        {
            Assert.True(stream.Write(frame));
        }
        return await stream.FinishAsync(CancellationToken.None).AsTask().WaitAsync(Patience);
    }
}
