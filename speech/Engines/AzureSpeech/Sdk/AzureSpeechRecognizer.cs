using System.ComponentModel.DataAnnotations;
using Microsoft.CognitiveServices.Speech;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>
/// Hears with Azure. Thread-safe. A stream fails with <see cref="Models.Engines.RemoteServerException"/> when an
/// utterance ends; the next utterance is tried anew.
/// </summary>
public sealed class AzureSpeechRecognizer : ISpeechRecognizer
{
    private readonly AzureSpeechOptions options;
    private readonly TimeProvider time;
    private readonly SpeechConfig config;
    private int calls;

    public AzureSpeechRecognizer(AzureSpeechOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (this.options, this.time) = (options, time);
        config = AzureService.Configure(options);
    }

    public string Name => "azure";

    public ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Interlocked.Increment(ref calls) > options.CallsAtOnce)
        {
            Interlocked.Decrement(ref calls);
            throw new RecognizerBusyException(
                $"All {options.CallsAtOnce} places at Azure Speech are in calls. More are allowed with {AzureSpeechOptions.Section}:CallsAtOnce.");
        }
        return ValueTask.FromResult<IRecognitionStream>(
            new AzureRecognitionStream(config, context.Phrases, options, time, () => Interlocked.Decrement(ref calls)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
