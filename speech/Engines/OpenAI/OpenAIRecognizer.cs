using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>
/// Has speech written down by a server of the OpenAI form. Thread-safe. A stream fails with
/// <see cref="Models.Engines.RemoteServerException"/> when an utterance ends; the next utterance is tried anew.
/// </summary>
public sealed class OpenAIRecognizer : ISpeechRecognizer
{
    private readonly OpenAITranscriptionOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<OpenAIRecognizer> logger;
    private readonly TranscriptionClient client;
    private bool disposed;

    public OpenAIRecognizer(OpenAITranscriptionOptions options, TimeProvider time, ILogger<OpenAIRecognizer> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (this.options, this.time, this.logger) = (options, time, logger);
        client = new TranscriptionClient(options, time, logger);
    }

    public string Name => "openai";

    /// <summary>Never busy: requests, not calls, are what the server is spared.</summary>
    public ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ObjectDisposedException.ThrowIf(disposed, this);
        return ValueTask.FromResult<IRecognitionStream>(
            new OpenAIRecognitionStream(client, Prompt(context.Phrases), options, time, logger));
    }

    public ValueTask DisposeAsync()
    {
        disposed = true;
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>As many whole phrases as may be sent.</summary>
    private string Prompt(IReadOnlyList<string> phrases)
    {
        var prompt = "";
        foreach (var phrase in phrases.Where(phrase => !string.IsNullOrWhiteSpace(phrase)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var longer = prompt.Length == 0 ? phrase : $"{prompt}, {phrase}";
            if (longer.Length > options.PromptChars)
            {
                break;
            }
            prompt = longer;
        }
        return prompt;
    }
}
