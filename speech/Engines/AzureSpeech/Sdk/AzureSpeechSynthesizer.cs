using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;
using Azure = Microsoft.CognitiveServices.Speech;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>
/// Speaks with Azure, passing sound on as it comes. Thread-safe. Fails with <see cref="RemoteServerException"/>.
/// </summary>
public sealed class AzureSpeechSynthesizer : ISpeechSynthesizer
{
    private readonly AzureSpeechOptions options;
    private readonly TimeProvider time;
    private readonly Azure.SpeechConfig config;
    private readonly SemaphoreSlim places;

    // Used again, because each keeps its connection: a new one costs the trainee some 200 ms.
    private readonly ConcurrentBag<Azure.SpeechSynthesizer> idle = [];
    private volatile bool disposed;

    public AzureSpeechSynthesizer(AzureSpeechOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        (this.options, this.time) = (options, time);
        config = AzureService.Configure(options);
        places = new SemaphoreSlim(options.ClipsAtOnce);
        Voices = Ssml.Voices(options);
    }

    public string Name => "azure";

    public IReadOnlyList<Voice> Voices { get; }

    /// <exception cref="ArgumentException">Empty or too long a text, an unknown voice, rate or pitch out of range.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Speak(Ssml.Write(request, options), cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        disposed = true;
        DisposeIdle();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<short>> Speak(string ssml, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var deadline = new RemoteDeadline(AzureService.Display(options), Timeout.InfiniteTimeSpan, time, cancellationToken);
        deadline.Await("the first sound", TimeSpan.FromMilliseconds(options.FirstSoundTimeoutMs));
        await deadline.Explained(token => places.WaitAsync(Timeout.Infinite, token));
        try
        {
            var synthesizer = idle.TryTake(out var ready) ? ready : new Azure.SpeechSynthesizer(config, (Azure.Audio.AudioConfig?)null);
            var clip = new AzureClip(synthesizer, options);
            try
            {
                clip.Begin(ssml);
                while (await deadline.Explained(token => clip.NextAsync(token).AsTask()) is { } samples)
                {
                    deadline.Arrived();
                    yield return samples;
                    deadline.Await("more sound", TimeSpan.FromMilliseconds(options.StallTimeoutMs));
                }
            }
            finally
            {
                if (await clip.EndAsync() && !disposed)
                {
                    idle.Add(synthesizer);
                }
                else
                {
                    synthesizer.Dispose();
                }
            }
        }
        finally
        {
            places.Release();
            if (disposed)
            {
                DisposeIdle();
            }
        }
    }

    private void DisposeIdle()
    {
        while (idle.TryTake(out var synthesizer))
        {
            synthesizer.Dispose();
        }
    }
}
