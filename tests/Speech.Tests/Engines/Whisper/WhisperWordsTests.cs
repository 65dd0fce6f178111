using System.Collections.Concurrent;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;
using RealtimeTraining.Speech.Tests.Support;
using Whisper.net;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

/// <summary>With the real library and a model of random weights that does say words, though not those that were spoken.</summary>
[Collection(AloneCollection.Name)]
public sealed class WhisperWordsTests(WhisperWordsTests.Model model) : IClassFixture<WhisperWordsTests.Model>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [WhisperFact(TestModels.Tiny)]
    public async Task Transcript_HasWordsWithTimesAndConfidence()
    {
        await using var recognizer = new WhisperRecognizer(model.Path, new WhisperOptions());

        var heard = await Recognise(recognizer, TestModels.Jfk());

        Assert.NotEmpty(heard.Words);
        Assert.Equal(heard.Text, string.Join(' ', heard.Words.Select(word => word.Text)));
        Assert.Subset(TinyWhisper.Words.ToHashSet(), heard.Words.Select(word => word.Text).ToHashSet());
        Assert.All(heard.Words, word => Assert.True(word.StartMs >= 0 && word.StartMs <= word.EndMs && word.EndMs <= 11_000 && word.Confidence is > 0 and <= 1));
        Assert.All(heard.Words.Zip(heard.Words.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
        Assert.InRange(heard.Confidence, 0.001, 1);
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task Decode_GivesTheSameWordsAlone_AndBesideOthers()
    {
        using var factory = WhisperFactory.FromPath(model.Path);
        var decoder = new WhisperDecoder(factory, new WhisperOptions(), threads: 1, AudioContext.Whole);
        var request = new WindowRequest(TestModels.Jfk(), "", IsFinal: false);
        var alone = Text(await decoder.DecodeAsync(request, CancellationToken.None).WaitAsync(Patience));

        var beside = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => decoder.DecodeAsync(request, CancellationToken.None))).WaitAsync(Patience);

        Assert.NotEqual("", alone);
        Assert.All(beside, segments => Assert.Equal(alone, Text(segments)));
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task Partials_ComeWhileSomebodySpeaks()
    {
        await using var recognizer = new WhisperRecognizer(model.Path, new WhisperOptions());
        await using var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        var (told, first) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        stream.Partial += partial =>
        {
            told.Enqueue(partial.Text);
            first.TrySetResult();
        };

        stream.Write(TestModels.Jfk().AsMemory(0, AudioFormat.Samples(4_000)));
        await first.Task.WaitAsync(Patience);
        await stream.FinishAsync(CancellationToken.None).AsTask().WaitAsync(Patience);

        Assert.All(told, words => Assert.Subset(TinyWhisper.Words.ToHashSet(), words.Split(' ').ToHashSet()));
    }

    [WhisperFact(TestModels.Tiny)]
    public async Task LongUtterance_IsWrittenDownInParts()
    {
        await using var recognizer = new WhisperRecognizer(model.Path, new WhisperOptions { MaxWindowMs = 6_000, CutAfterMs = 6_000 });

        var heard = await Recognise(recognizer, [.. TestModels.Jfk(), .. TestModels.Jfk(), .. TestModels.Jfk()]);

        Assert.Contains(heard.Words, word => word.StartMs > 22_000);
        Assert.All(heard.Words.Zip(heard.Words.Skip(1)), pair => Assert.True(pair.First.StartMs <= pair.Second.StartMs));
    }

    private static async Task<Transcript> Recognise(WhisperRecognizer recognizer, short[] samples)
    {
        await using var stream = await recognizer.OpenAsync(RecognitionContext.None, CancellationToken.None);
        Assert.True(stream.Write(samples));
        return await stream.FinishAsync(CancellationToken.None).AsTask().WaitAsync(Patience);
    }

    private static string Text(IReadOnlyList<DecodedSegment> segments) => string.Concat(segments.SelectMany(segment => segment.Tokens).Select(token => token.Text));

    /// <summary>The model's file, written once.</summary>
    public sealed class Model : IDisposable
    {
        public Model()
        {
            if (SharedData.TryPath(TestModels.Tiny) is { } real)
            {
                TinyWhisper.Write(Path, real);
            }
        }

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
