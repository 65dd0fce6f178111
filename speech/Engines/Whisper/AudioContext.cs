using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>How many positions of the encoder's 30 s window a sound needs. The encoder's time grows faster than their number.</summary>
internal static class AudioContext
{
    /// <summary>Of every Whisper model: 30 s.</summary>
    public const int Whole = 1_500;

    private const int PerSecond = 50;

    // Without some silence behind the last word the decoder repeats itself.
    private const int Margin = 128;

    // What matrix kernels like.
    private const int Step = 64;

    /// <param name="whole">What the model has at most.</param>
    public static int For(int samples, int whole = Whole)
    {
        var needed = (int)(((long)samples * PerSecond + AudioFormat.SampleRateHz - 1) / AudioFormat.SampleRateHz) + Margin;
        return Math.Min(whole, (needed + Step - 1) / Step * Step);
    }
}
