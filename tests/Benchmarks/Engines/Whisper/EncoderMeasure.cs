using System.Diagnostics;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;
using Whisper.net;

namespace RealtimeTraining.Benchmarks.Engines.Whisper;

/// <summary>
/// What cutting the encoder's window to the utterance saves. Its time does not depend on the weights, so the weightless
/// model of the shared data tells it: tiny, no words.
/// </summary>
internal sealed class EncoderMeasure : IFurtherMeasure
{
    private const int Threads = 2;

    public string Engine => "whisper";

    public async Task<List<BenchResult>> RunAsync(bool quick, CancellationToken cancellationToken)
    {
        var model = Path.Combine(Checkout.Data, "models", "for-tests-ggml-tiny.en.bin");
        if (!File.Exists(model))
        {
            return [];
        }
        using var factory = WhisperFactory.FromPath(model);
        var results = new List<BenchResult>();
        foreach (var (seconds, context) in ((int, int)[])[(5, 1_500), (5, 384), (11, 1_500), (11, 704)])
        {
            var samples = new float[AudioFormat.Samples(seconds * 1_000)];
            var times = new List<double>();
            for (var run = 0; run < (quick ? 3 : 10); run++)
            {
                await using var processor = factory.CreateBuilder().WithLanguage("en").WithThreads(Threads).WithNoContext().WithSingleSegment()
                    .WithAudioContextSize(context).WithTemperatureInc(0).Build();
                var began = Stopwatch.GetTimestamp();
                await foreach (var _ in processor.ProcessAsync(samples, cancellationToken))
                {
                }
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            results.Add(BenchResult.Spread("encoder_ms", "ms", times, ("engine", Engine), ("weights", "none"), ("context", context), ("audio_s", seconds)));
        }
        return results;
    }
}
