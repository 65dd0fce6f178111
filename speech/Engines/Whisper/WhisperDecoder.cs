using System.Buffers;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition.Streaming;
using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>
/// One model, shared by all decodes; each has a processor of its own, because those that share one wait for each other
/// or hang. Thread-safe.
/// </summary>
internal sealed class WhisperDecoder(WhisperFactory factory, WhisperOptions options, int threads, int wholeContext) : IWindowDecoder
{
    // Whisper gives nothing back for less.
    private static readonly int Least = AudioFormat.Samples(1_100);

    public async Task<IReadOnlyList<DecodedSegment>> DecodeAsync(WindowRequest request, CancellationToken cancellationToken)
    {
        var length = Math.Max(Least, request.Samples.Length);
        var floats = ArrayPool<float>.Shared.Rent(length);
        try
        {
            ToFloats(request.Samples.Span, floats.AsSpan(0, length));
            var segments = new List<DecodedSegment>();
            // Disposing waits until the native code has let go of the samples, also after cancelling.
            await using var processor = Build(request, length);
            await foreach (var segment in processor.ProcessAsync(floats.AsMemory(0, length), cancellationToken).ConfigureAwait(false))
            {
                segments.Add(WhisperSegments.Read(segment));
            }
            return segments;
        }
        catch (Exception e) when (e is WhisperProcessingException or WhisperModelLoadException)
        {
            throw new InvalidOperationException($"Whisper could not decode {AudioFormat.Milliseconds(length)} ms of sound: {e.Message}", e);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(floats);
        }
    }

    private WhisperProcessor Build(WindowRequest request, int length)
    {
        var builder = factory.CreateBuilder()
            .WithLanguage(options.Language)
            .WithThreads(threads)
            .WithNoContext()
            .WithSingleSegment()
            .WithTokenTimestamps()
            .WithProbabilities()
            .WithAudioContextSize(AudioContext.For(length, wholeContext))
            .WithTemperature(0)
            .WithTemperatureInc(request.IsFinal && options.Fallbacks > 0 ? 1f / options.Fallbacks : 0);
        if (request.Prompt.Length > 0)
        {
            builder.WithPrompt(request.Prompt);
        }
        // Above temperature 0 one candidate, not the five that would take five times as long.
        builder.WithGreedySamplingStrategy(strategy => strategy.WithBestOf(1));
        return builder.Build();
    }

    private static void ToFloats(ReadOnlySpan<short> samples, Span<float> floats)
    {
        Pcm.ToFloats(samples, floats);
        floats[samples.Length..].Clear();
    }
}
