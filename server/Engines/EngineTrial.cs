using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.AI;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Engines;

/// <summary>Gives one engine a sample to work on. One trial at a time, at most half a minute. Thread-safe singleton.</summary>
public sealed class EngineTrial(EngineCatalog catalog, EnginePool pool, IServiceProvider services, TimeProvider time)
{
    public const string Sentence = "Thank you for calling Riverside Clinic. How may I help you today?";
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);
    private int _running;

    /// <exception cref="EngineTrialException">The trial cannot be made now.</exception>
    public async Task<EngineTried> RunAsync(IEngine engine, CancellationToken cancellationToken)
    {
        if (engine.Probe(services) is { Available: false } probe)
        {
            throw new EngineTrialException("engineNotAvailable", probe.Reason);
        }
        if (Interlocked.Exchange(ref _running, 1) == 1)
        {
            throw new EngineTrialException("trialRunning", "Another engine is being tried. Wait until it has finished.");
        }
        using var limit = new CancellationTokenSource(AtMost, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return engine switch
            {
                IEngine<ISpeechSynthesizer> voice => await SpeakAsync(voice, both.Token),
                IEngine<ISpeechRecognizer> recogniser => await ListenAsync(recogniser, both.Token),
                IEngine<IChatClient> chat => await WriteAsync(chat, both.Token),
                IEngine<IReplyWriter> => new EngineTried(engine.Name, 0, 0, null, "The patient says the lines that the scenario's author wrote.", null),
                _ => throw new EngineTrialException("engineNotTriable", "This engine cannot be tried by itself."),
            };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {AtMost.TotalSeconds:0} seconds.");
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    private async Task<EngineTried> SpeakAsync(IEngine<ISpeechSynthesizer> engine, CancellationToken cancellationToken)
    {
        await using var lease = pool.Rent(engine);
        var watch = Stopwatch.StartNew();
        var (samples, firstMs) = await SayAsync(lease.Port, watch, cancellationToken);
        return new EngineTried(
            engine.Name, firstMs, (int)watch.ElapsedMilliseconds, (int)AudioFormat.Milliseconds(samples.Length), Sentence, Convert.ToBase64String(WavFile.ToBytes(samples)));
    }

    private async Task<EngineTried> ListenAsync(IEngine<ISpeechRecognizer> engine, CancellationToken cancellationToken)
    {
        if (catalog.Succession(EngineRole.Voice).OfType<IEngine<ISpeechSynthesizer>>().FirstOrDefault() is not { } voice)
        {
            throw new EngineTrialException("noSample", "There is no voice here to speak a sample. Ring a patient instead.");
        }
        await using var speaker = pool.Rent(voice);
        var (samples, _) = await SayAsync(speaker.Port, Stopwatch.StartNew(), cancellationToken);
        await using var lease = pool.Rent(engine);
        await using var stream = await lease.Port.OpenAsync(RecognitionContext.None, cancellationToken);
        int? firstMs = null;
        var watch = Stopwatch.StartNew();
        stream.Partial += _ => firstMs ??= (int)watch.ElapsedMilliseconds;
        // At the pace of speech, as in a call: what counts is how soon the words are there after it.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(AudioFormat.FrameMs), time);
        for (var at = 0; at < samples.Length && await pace.WaitForNextTickAsync(cancellationToken); at += AudioFormat.FrameSamples)
        {
            stream.Write(samples.AsMemory(at, Math.Min(AudioFormat.FrameSamples, samples.Length - at)));
        }
        var spoken = Stopwatch.StartNew();
        var heard = await stream.FinishAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
        return new EngineTried(engine.Name, firstMs, (int)spoken.ElapsedMilliseconds, (int)AudioFormat.Milliseconds(samples.Length), heard.Text, null);
    }

    private async Task<EngineTried> WriteAsync(IEngine<IChatClient> engine, CancellationToken cancellationToken)
    {
        await using var lease = pool.Rent(engine);
        var watch = Stopwatch.StartNew();
        int? firstMs = null;
        var text = new StringBuilder();
        ChatMessage[] messages =
        [
            new(ChatRole.System, "You are a patient who rings a clinic. Answer in one short spoken sentence."),
            new(ChatRole.User, Sentence),
        ];
        await foreach (var update in lease.Port.GetStreamingResponseAsync(messages, new ChatOptions { MaxOutputTokens = 60 }, cancellationToken))
        {
            if (update.Text.Length > 0)
            {
                firstMs ??= (int)watch.ElapsedMilliseconds;
                text.Append(update.Text);
            }
        }
        return new EngineTried(engine.Name, firstMs, (int)watch.ElapsedMilliseconds, null, text.ToString(), null);
    }

    private static async Task<(short[] Samples, int? FirstMs)> SayAsync(ISpeechSynthesizer voice, Stopwatch watch, CancellationToken cancellationToken)
    {
        var samples = new List<short>();
        int? firstMs = null;
        await foreach (var part in voice.SpeakAsync(new SpeechRequest(Sentence, "female"), cancellationToken))
        {
            firstMs ??= (int)watch.ElapsedMilliseconds;
            samples.AddRange(part.Span);
        }
        return ([.. samples], firstMs);
    }
}
