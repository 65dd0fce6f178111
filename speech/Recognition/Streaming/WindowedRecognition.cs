using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// The calls that share one decoder: how many there may be, and whose turn it is. Thread-safe. Disposing it waits until
/// the decoder has let go of everything, so that the model may be freed afterwards.
/// </summary>
internal sealed class WindowedRecognition : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly IWindowDecoder decoder;
    private readonly WindowReader reader;
    private readonly WindowedOptions options;
    private readonly TimeProvider time;
    private readonly DecodeScheduler scheduler;
    private int open;
    private bool disposed;

    /// <param name="cores">That the process may use.</param>
    /// <param name="threads">That one decode takes.</param>
    public WindowedRecognition(IWindowDecoder decoder, ISpeechMeter meter, WindowedOptions options, int cores, int threads, TimeProvider time)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (this.decoder, this.options, this.time) = (decoder, options, time);
        reader = new WindowReader(meter);
        Capacity = options.MaxCalls ?? Math.Max(1, cores);
        // More at once than there are cores for would make each of them late.
        scheduler = new DecodeScheduler(Math.Max(1, cores / Math.Max(1, threads)));
    }

    /// <summary>Calls that may be open at once.</summary>
    public int Capacity { get; }

    /// <exception cref="RecognizerBusyException">One more call would make those that are open stutter.</exception>
    public IRecognitionStream Open(RecognitionContext context)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (open >= Capacity)
            {
                throw new RecognizerBusyException(
                    $"{open} calls are being written down, which is what this machine carries. More are let in with the option {nameof(WindowedOptions.MaxCalls)}, or with more cores.");
            }
            open++;
        }
        return new WindowedStream(decoder, scheduler, reader, ScenarioPrompt.Of(context.Phrases, options.MaxPromptChars), options, time, Close);
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            disposed = true;
        }
        await scheduler.DisposeAsync();
    }

    private void Close()
    {
        lock (gate)
        {
            open--;
        }
    }
}
