using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Lets every engine of a call work once, in the background after the start, so that the first trainee's first turn is
/// as quick as any later one.
/// </summary>
public sealed partial class CallWarmUp(
    IOptions<CallOptions> options, EngineCatalog catalog, EnginePool pool, ScenarioLibrary scenarios, IPatientMindFactory minds, ILiveCoachFactory coaches,
    IHostApplicationLifetime lifetime, ILogger<CallWarmUp> logger) : BackgroundService
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes once the warm-up uses no recogniser any more.</summary>
    public Task Heard => _heard.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WarmAsync(stoppingToken);
        }
        finally
        {
            _heard.TrySetResult();
        }
    }

    private async Task WarmAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.WarmUp)
        {
            return;
        }
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await SpeakAsync(stoppingToken);
            await ListenAsync(stoppingToken);
            _heard.TrySetResult();
            Answer();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // A call finds out for itself what does not work, and says so.
            LogCold(logger, exception);
        }
    }

    private async Task SpeakAsync(CancellationToken cancellationToken)
    {
        if (catalog.First(EngineRole.Voice) is IEngine<ISpeechSynthesizer> voice)
        {
            await using var lease = pool.Rent(voice);
            await foreach (var _ in lease.Port.SpeakAsync(new SpeechRequest("Hello, how are you?", "female"), cancellationToken))
            {
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        if (catalog.First(EngineRole.Recogniser) is IEngine<ISpeechRecognizer> recogniser)
        {
            await using var lease = pool.Rent(recogniser);
            await using var stream = await lease.Port.OpenAsync(RecognitionContext.None, cancellationToken);
            stream.Write(new short[AudioFormat.Samples(300)]);
            await stream.FinishAsync(cancellationToken);
        }
    }

    private void Answer()
    {
        foreach (var scenario in scenarios.All)
        {
            var mind = minds.Create(scenario, scenario.Difficulty, seed: 1, addedPhrasings: []);
            mind.Open();
            mind.Hear(new HeardTurn(2, "thank you for calling how may i help you today", 1, InterruptedPatient: false));
            coaches.Create(scenario, scenario.Difficulty).Observe(new UtteranceSpoken(Party.Trainee, 2, "thank you for calling how may i help you today", 0, 3000, false, 1, false));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engines could not be warmed up; the first call may answer slowly.")]
    private static partial void LogCold(ILogger logger, Exception exception);
}
