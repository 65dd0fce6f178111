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
public sealed class CallEngines : IAsyncDisposable
{
    private readonly List<EngineReplaced> _early = [];
    private readonly Lock _lock = new();
    private Action<EngineReplaced>? _replaced;

    /// <summary>Null: the trainee types.</summary>
    public IRecognitionStream? Recognition { get; init; }

    /// <summary>Null: the browser's own voice speaks.</summary>
    public ISpeechSynthesizer? Synthesizer { get; init; }

    public required IReplyWriter ReplyWriter { get; init; }

    /// <summary>Told of every engine that broke, also of those that broke before anybody listened.</summary>
    public void OnReplaced(Action<EngineReplaced> replaced)
    {
        List<EngineReplaced> early;
        lock (_lock)
        {
            _replaced = replaced;
            early = [.. _early];
            _early.Clear();
        }
        early.ForEach(replaced);
    }

    public async ValueTask DisposeAsync()
    {
        // The listening stage disposes the recognition, which it stops first.
        if (Synthesizer is not null)
        {
            await Synthesizer.DisposeAsync();
        }
        if (ReplyWriter is IAsyncDisposable writer)
        {
            await writer.DisposeAsync();
        }
    }

    internal void Report(EngineReplaced replaced)
    {
        lock (_lock)
        {
            if (_replaced is null)
            {
                _early.Add(replaced);
                return;
            }
        }
        _replaced(replaced);
    }
}

/// <summary>Gives each call its engines. Singleton.</summary>
public sealed class CallEngineFactory(
    EngineCatalog catalog, EnginePool pool, EngineHealth health, IOptions<CallOptions> options,
    IOptions<ModelReplyWriterOptions> words, TimeProvider time, CallWarmUp warmUp,
    ILoggerFactory loggers)
{
    /// <param name="voice">False: the trainee types, and no recogniser is taken.</param>
    /// <exception cref="CallError">Every recogniser is in use.</exception>
    public async Task<CallEngines> OpenAsync(Scenario scenario, bool voice, CancellationToken cancellationToken)
    {
        CallEngines? engines = null;
        var early = new List<EngineReplaced>();
        void Report(EngineReplaced replaced)
        {
            if (engines is null)
            {
                early.Add(replaced);
            }
            else
            {
                engines.Report(replaced);
            }
        }
        var speaking = Succession<ISpeechSynthesizer>(EngineRole.Voice, Report);
        engines = new CallEngines
        {
            Recognition = voice ? await ListenAsync(() => Succession<ISpeechRecognizer>(EngineRole.Recogniser, Report), scenario, cancellationToken) : null,
            Synthesizer = speaking.MoveOn() ? new LastingVoice(speaking) : null,
            ReplyWriter = Words(Succession<IChatClient>(EngineRole.PatientWords, Report)),
        };
        early.ForEach(engines.Report);
        return engines;
    }

    private LastingWords Words(EngineSuccession<IChatClient> engines)
    {
        engines.MoveOn();
        var authored = new AuthoredReplyWriter();
        return new LastingWords(engines, authored, (client, onFallback) =>
            new ModelReplyWriter(client, words.Value, time, loggers.CreateLogger<ModelReplyWriter>(), authored, onFallback));
    }

    private EngineSuccession<TPort> Succession<TPort>(EngineRole role, Action<EngineReplaced> replaced)
        where TPort : class
    {
        var succession = new EngineSuccession<TPort>(role, catalog, pool, health, loggers.CreateLogger<CallEngines>());
        succession.Replaced += replaced;
        return succession;
    }

    private async Task<IRecognitionStream?> ListenAsync(
        Func<EngineSuccession<ISpeechRecognizer>> engines, Scenario scenario, CancellationToken cancellationToken)
    {
        // Right after the start the warm-up holds one of them for a moment, which is no reason to refuse a call.
        var warming = !warmUp.Heard.IsCompleted;
        try
        {
            return await ListenAsync(engines(), scenario, cancellationToken);
        }
        catch (RecognizerBusyException) when (warming)
        {
            await warmUp.Heard.WaitAsync(cancellationToken);
        }
        catch (RecognizerBusyException)
        {
            throw CallError.TooMany(options.Value.Capacity);
        }
        try
        {
            return await ListenAsync(engines(), scenario, cancellationToken);
        }
        catch (RecognizerBusyException)
        {
            throw CallError.TooMany(options.Value.Capacity);
        }
    }

    private async Task<IRecognitionStream?> ListenAsync(EngineSuccession<ISpeechRecognizer> engines, Scenario scenario, CancellationToken cancellationToken)
    {
        try
        {
            return await LastingRecognition.OpenAsync(
                engines, new RecognitionContext(ScenarioWords.Of(scenario)), time, TimeSpan.FromMilliseconds(options.Value.FinalAtMostMs), cancellationToken);
        }
        catch (RecognizerBusyException)
        {
            await engines.DisposeAsync();
            throw;
        }
    }
}
