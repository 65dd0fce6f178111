using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Engines.Failover;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Calls;

/// <summary>The engines that one call uses; each is followed by the next when it breaks. Disposed when the call is over.</summary>
public sealed class CallEngines(EngineReplacements replacements) : IAsyncDisposable
{
    /// <summary>Null: the trainee types.</summary>
    public IRecognitionStream? Recognition { get; init; }

    /// <summary>Null: the browser's own voice speaks.</summary>
    public ISpeechSynthesizer? Synthesizer { get; init; }

    public required IReplyWriter ReplyWriter { get; init; }

    public EngineReplacements Replacements => replacements;

    /// <summary>All but the recognition, which the listening stage stops before it disposes it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Synthesizer is not null)
        {
            await Synthesizer.DisposeAsync();
        }
        if (ReplyWriter is IAsyncDisposable writer)
        {
            await writer.DisposeAsync();
        }
    }
}

/// <summary>Gives each call its engines. Singleton.</summary>
public sealed class CallEngineFactory(
    EngineCatalog catalog, EnginePool pool, EngineHealth health, IOptions<CallOptions> options,
    IOptions<ModelReplyWriterOptions> words, TimeProvider time, CallWarmUp warmUp,
    ILoggerFactory loggers)
{
    /// <param name="speaker">What the one who will speak is called, for the recogniser.</param>
    /// <param name="voice">False: the trainee types, and no recogniser is taken.</param>
    /// <exception cref="CallError">Every recogniser is in use.</exception>
    public async Task<CallEngines> OpenAsync(Scenario scenario, string speaker, bool voice, CancellationToken cancellationToken)
    {
        var replacements = new EngineReplacements();
        // First, because it alone may refuse the call.
        var recognition = voice ? await ListenAsync(scenario, speaker, replacements, cancellationToken) : null;
        var speaking = Succession<ISpeechSynthesizer>(EngineRole.Voice, replacements);
        return new CallEngines(replacements)
        {
            Recognition = recognition,
            Synthesizer = speaking.MoveOn() ? new LastingVoice(speaking) : null,
            ReplyWriter = Words(Succession<IChatClient>(EngineRole.PatientWords, replacements)),
        };
    }

    /// <summary>A recogniser more, for a supervisor who speaks into a call. Null: none is to be had.</summary>
    public async Task<IRecognitionStream?> HearSupervisorAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        try
        {
            return await ListenAsync(scenario, speaker: null, new EngineReplacements(), cancellationToken);
        }
        catch (CallError)
        {
            // Every one of them hears a trainee.
            return null;
        }
    }

    private LastingWords Words(EngineSuccession<IChatClient> engines)
    {
        engines.MoveOn();
        var authored = new AuthoredReplyWriter();
        return new LastingWords(engines, authored, (client, onFallback) =>
            new ModelReplyWriter(client, words.Value, time, loggers.CreateLogger<ModelReplyWriter>(), authored, onFallback));
    }

    private EngineSuccession<TPort> Succession<TPort>(EngineRole role, EngineReplacements replacements)
        where TPort : class
    {
        var succession = new EngineSuccession<TPort>(role, catalog, pool, health, loggers.CreateLogger<CallEngines>());
        succession.Replaced += replacements.Report;
        return succession;
    }

    private async Task<IRecognitionStream?> ListenAsync(Scenario scenario, string? speaker, EngineReplacements replacements, CancellationToken cancellationToken)
    {
        // Right after the start the warm-up holds one of them for a moment, which is no reason to refuse a call.
        var warming = !warmUp.Heard.IsCompleted;
        while (true)
        {
            try
            {
                return await LastingRecognition.OpenAsync(
                    Succession<ISpeechRecognizer>(EngineRole.Recogniser, replacements), new RecognitionContext(ScenarioWords.Of(scenario, speaker)),
                    time, TimeSpan.FromMilliseconds(options.Value.FinalAtMostMs), cancellationToken);
            }
            catch (RecognizerBusyException) when (warming)
            {
                await warmUp.Heard.WaitAsync(cancellationToken);
                warming = false;
            }
            catch (RecognizerBusyException)
            {
                throw CallError.TooMany(options.Value.Capacity);
            }
        }
    }
}
