using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Recognition.Streaming;
using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>
/// Whisper in this process: one model for all calls, loaded and warmed up in the background from the start.
/// Thread-safe. Disposing it waits until the native code has let go of the model.
/// </summary>
public sealed class WhisperRecognizer : ISpeechRecognizer
{
    private readonly CancellationTokenSource closing = new();
    private readonly Task<Loaded> loading;
    private readonly ISpeechMeter meter;

    /// <param name="modelPath">A ggml file.</param>
    /// <param name="speechModelPath">Silero's ggml file, asked for its word where the transcript is in doubt; null: the level decides.</param>
    public WhisperRecognizer(string modelPath, WhisperOptions options, string? speechModelPath = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(modelPath);
        ArgumentNullException.ThrowIfNull(options);
        meter = speechModelPath is null ? new EnergySpeechMeter() : new SileroSpeechMeter(speechModelPath);
        // A thread of its own: reading and warming up a large model takes seconds.
        loading = Task.Factory.StartNew(
            () => LoadAsync(modelPath, options, time ?? TimeProvider.System), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public string Name => "whisper";

    /// <exception cref="InvalidOperationException">The model cannot be loaded; the message says what to do.</exception>
    public async ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        return (await loading.WaitAsync(cancellationToken)).Calls.Open(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }
        await closing.CancelAsync();
        await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loading.IsCompletedSuccessfully)
        {
            var loaded = await loading;
            await loaded.Calls.DisposeAsync();
            loaded.Factory.Dispose();
        }
        (meter as IDisposable)?.Dispose();
        closing.Dispose();
    }

    private async Task<Loaded> LoadAsync(string modelPath, WhisperOptions options, TimeProvider time)
    {
        var model = default(WhisperModelFile);
        if ((WhisperRuntime.Problem() ?? WhisperModelFile.Problem(modelPath, out model)) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
        if (GgmlWalk.Problem(modelPath) is { } damage)
        {
            throw new InvalidOperationException($"{damage} {WhisperModelFile.Cure}");
        }
        WhisperFactory? factory = null;
        try
        {
            var cores = Environment.ProcessorCount;
            var threads = options.ThreadsOn(cores);
            factory = WhisperFactory.FromPath(modelPath);
            var decoder = new WhisperDecoder(factory, options, threads, model.AudioContext);
            var calls = new WindowedRecognition(decoder, meter, options, cores, threads, time);
            // So that the first call finds everything warm.
            await decoder.DecodeAsync(new WindowRequest(new short[AudioFormat.Samples(1_000)], "", IsFinal: false), closing.Token);
            return new Loaded(factory, calls);
        }
        catch (Exception e) when (e is WhisperModelLoadException or InvalidOperationException)
        {
            factory?.Dispose();
            throw new InvalidOperationException($"The Whisper model {modelPath} cannot be loaded: {e.Message} {WhisperModelFile.Cure}", e);
        }
        catch (OperationCanceledException)
        {
            factory?.Dispose();
            throw new ObjectDisposedException(nameof(WhisperRecognizer));
        }
    }

    private sealed record Loaded(WhisperFactory Factory, WindowedRecognition Calls);
}
