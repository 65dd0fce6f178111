using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Writes down one stretch after another with one decoder. Not thread-safe.</summary>
public sealed class StretchTranscriber(RecordedSound sound, IRecognitionStream stream, TimeProvider time)
{
    // Before the first loud frame lies the onset of the first consonant.
    private const int AroundMs = 200;

    private static readonly TimeSpan Full = TimeSpan.FromMilliseconds(20);

    public async Task<SpokenWords> WriteDownAsync(SpeechStretch stretch, CancellationToken cancellationToken)
    {
        var fromMs = Math.Max(0, stretch.StartMs - AroundMs);
        // Of one channel with two voices, both are in it.
        var samples = sound.Cut(Math.Min(stretch.Channel, sound.Channels - 1), fromMs, stretch.EndMs + AroundMs);
        for (var i = 0; i < samples.Length; i += AudioFormat.FrameSamples)
        {
            var frame = samples.AsMemory(i, Math.Min(AudioFormat.FrameSamples, samples.Length - i));
            // A recording waits, where a call would lose the frame.
            while (!stream.Write(frame))
            {
                await Task.Delay(Full, time, cancellationToken);
            }
        }
        var heard = await stream.FinishAsync(cancellationToken);
        return new SpokenWords(heard.Text, heard.Confidence,
            [.. heard.Words.Select(word => new SpokenWord(word.Text, fromMs + word.StartMs, fromMs + word.EndMs))])
        {
            Voice = StretchVoice.Measure(samples),
        };
    }
}
