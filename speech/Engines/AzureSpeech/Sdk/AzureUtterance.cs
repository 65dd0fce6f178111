using Microsoft.CognitiveServices.Speech;
using Microsoft.CognitiveServices.Speech.Audio;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Language;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>
/// One utterance's session. The service may cut it into several results where the speaker pauses; they are joined. One
/// caller; the service's own threads bring the words.
/// </summary>
internal sealed class AzureUtterance : IAsyncDisposable
{
    /// <summary>More are not taken by the service.</summary>
    private const int MostPhrases = 500;

    private readonly Lock gate = new();
    private readonly AzureSpeechOptions options;
    private readonly Action<string> partial;
    private readonly PushAudioInputStream sound;
    private readonly AudioConfig input;
    private readonly SpeechRecognizer recognizer;
    private readonly Task started;
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Transcript> parts = [];
    private string lastPartial = "";
    private bool ended;

    public AzureUtterance(SpeechConfig config, IReadOnlyList<string> phrases, AzureSpeechOptions options, Action<string> partial)
    {
        (this.options, this.partial) = (options, partial);
        sound = AudioInputStream.CreatePushStream(AudioStreamFormat.GetWaveFormatPCM(AudioFormat.SampleRateHz, 16, 1));
        input = AudioConfig.FromStreamInput(sound);
        recognizer = new SpeechRecognizer(config, input);
        var list = PhraseListGrammar.FromRecognizer(recognizer);
        foreach (var phrase in phrases.Take(MostPhrases))
        {
            list.AddPhrase(phrase);
        }
        recognizer.Recognizing += (_, e) => Report(e.Result.Text);
        recognizer.Recognized += (_, e) => Keep(e.Result);
        recognizer.Canceled += (_, e) => Cancel(e);
        recognizer.SessionStopped += (_, _) => over.TrySetResult();
        started = recognizer.StartContinuousRecognitionAsync();
    }

    public void Write(ReadOnlySpan<short> samples) => sound.Write(Pcm.ToBytes(samples));

    /// <summary>The words, once the service has heard the sound to its end.</summary>
    public async Task<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            ended = true;
        }
        sound.Close();
        try
        {
            await started.WaitAsync(cancellationToken);
            await over.Task.WaitAsync(cancellationToken);
        }
        catch (ApplicationException e)
        {
            // What the package throws for whatever its native part refuses.
            throw new RemoteServerException(RemoteFailure.ServerError,
                $"{AzureService.Display(options)} could not be used: check {AzureSpeechOptions.Section}.", cause: e);
        }
        lock (gate)
        {
            return parts.Count == 0 ? Transcript.Empty : new Transcript(
                string.Join(' ', parts.Select(part => part.Text)),
                parts.Average(part => part.Confidence),
                [.. parts.SelectMany(part => part.Words)]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            ended = true;
        }
        try
        {
            await started;
            await recognizer.StopContinuousRecognitionAsync();
        }
        catch (ApplicationException)
        {
            // It never ran, and so has nothing to stop.
        }
        recognizer.Dispose();
        input.Dispose();
        sound.Dispose();
        // Nobody may be waiting any more for a session that failed.
        _ = over.Task.Exception;
    }

    private void Report(string current)
    {
        string text;
        lock (gate)
        {
            text = string.Join(' ', parts.Select(part => part.Text).Append(HeardText.Write(current)).Where(part => part.Length > 0));
            if (ended || text == lastPartial)
            {
                return;
            }
            lastPartial = text;
        }
        partial(text);
    }

    private void Keep(SpeechRecognitionResult result)
    {
        if (result.Reason != ResultReason.RecognizedSpeech)
        {
            return;
        }
        var best = result.Best().MaxBy(candidate => candidate.Confidence);
        var text = HeardText.Write(best?.LexicalForm ?? result.Text);
        if (text.Length == 0)
        {
            return;
        }
        lock (gate)
        {
            parts.Add(new Transcript(text, Math.Clamp(best?.Confidence ?? 0.8, 0, 1), [.. (best?.Words ?? []).Select(word => Word(word, best!))]));
        }
    }

    private static RecognizedWord Word(WordLevelTimingResult word, DetailedSpeechRecognitionResult of) => new(
        HeardText.Write(word.Word), Ms(word.Offset), Ms(word.Offset + word.Duration),
        // Only newer models are sure of single words.
        Math.Clamp(word.Confidence > 0 ? word.Confidence : of.Confidence, 0, 1));

    private static int Ms(long ticks) => (int)Math.Clamp(ticks / TimeSpan.TicksPerMillisecond, 0, int.MaxValue);

    private void Cancel(SpeechRecognitionCanceledEventArgs e)
    {
        if (e.Reason == CancellationReason.EndOfStream)
        {
            over.TrySetResult();
        }
        else
        {
            over.TrySetException(AzureService.Failure(options, e.ErrorCode));
        }
    }
}
