using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition.Streaming;
using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>How much speech Silero hears in a stretch of sound: some 20 ms for ten seconds of it. Loaded when first asked.</summary>
internal sealed class SileroSpeechMeter(string modelPath) : ISpeechMeter, IDisposable
{
    private readonly Lock gate = new();
    private readonly EnergySpeechMeter fallback = new();
    private (WhisperVadFactory Factory, WhisperVadProcessor Model)? loaded;
    private bool broken;

    public int SpeechMs(ReadOnlySpan<short> samples)
    {
        var floats = new float[samples.Length];
        Pcm.ToFloats(samples, floats);
        lock (gate)
        {
            try
            {
                if (!broken)
                {
                    loaded ??= SileroModel.Load(modelPath, builder => builder.WithThreads(1));
                    return (int)loaded.Value.Model.DetectSpeech(floats.AsSpan()).Sum(segment => (segment.End - segment.Start).TotalMilliseconds);
                }
            }
            catch (Exception e) when (e is InvalidOperationException or WhisperProcessingException)
            {
                broken = true;
            }
        }
        return fallback.SpeechMs(samples);
    }

    public void Dispose()
    {
        lock (gate)
        {
            broken = true;
            loaded?.Model.Dispose();
            loaded?.Factory.Dispose();
            loaded = null;
        }
    }
}
