using System.Threading.Channels;
using Microsoft.CognitiveServices.Speech;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>One clip on its way from the service. One caller; the service's own threads bring the sound.</summary>
internal sealed class AzureClip(SpeechSynthesizer synthesizer, AzureSpeechOptions options)
{
    // Unbounded in number only: MaxClipMs bounds what can come.
    private readonly Channel<short[]> chunks = Channel.CreateUnbounded<short[]>(new() { SingleReader = true, SingleWriter = false });
    private Task<SpeechSynthesisResult>? speaking;
    private long samples;
    private volatile bool complete;

    public void Begin(string ssml)
    {
        synthesizer.Synthesizing += OnSound;
        synthesizer.SynthesisCompleted += OnCompleted;
        synthesizer.SynthesisCanceled += OnCanceled;
        speaking = synthesizer.SpeakSsmlAsync(ssml);
    }

    /// <summary>Null when the clip is over.</summary>
    public async ValueTask<short[]?> NextAsync(CancellationToken cancellationToken)
    {
        while (await chunks.Reader.WaitToReadAsync(cancellationToken))
        {
            if (chunks.Reader.TryRead(out var next))
            {
                return next;
            }
        }
        return null;
    }

    /// <summary>Stops what still speaks and waits for that.</summary>
    /// <returns>Whether the synthesizer can be used again.</returns>
    public async Task<bool> EndAsync()
    {
        var whole = complete;
        if (speaking is not null)
        {
            if (!whole)
            {
                await synthesizer.StopSpeakingAsync();
            }
            using var result = await speaking;
        }
        synthesizer.Synthesizing -= OnSound;
        synthesizer.SynthesisCompleted -= OnCompleted;
        synthesizer.SynthesisCanceled -= OnCanceled;
        return whole;
    }

    private void OnSound(object? sender, SpeechSynthesisEventArgs e)
    {
        var bytes = e.Result.AudioData;
        var chunk = Pcm.FromBytes(bytes.AsSpan(0, bytes.Length / Pcm.BytesPerSample * Pcm.BytesPerSample));
        samples += chunk.Length;
        if (AudioFormat.Milliseconds(samples) > options.MaxClipMs)
        {
            chunks.Writer.TryComplete(new RemoteServerException(RemoteFailure.TooLong,
                $"{AzureService.Display(options)} spoke for more than {options.MaxClipMs:N0} ms, which is more than {AzureSpeechOptions.Section}:MaxClipMs."));
        }
        else if (chunk.Length > 0)
        {
            chunks.Writer.TryWrite(chunk);
        }
    }

    private void OnCompleted(object? sender, SpeechSynthesisEventArgs e)
    {
        complete = true;
        chunks.Writer.TryComplete();
    }

    private void OnCanceled(object? sender, SpeechSynthesisEventArgs e) =>
        chunks.Writer.TryComplete(AzureService.Failure(options, SpeechSynthesisCancellationDetails.FromResult(e.Result).ErrorCode));
}
