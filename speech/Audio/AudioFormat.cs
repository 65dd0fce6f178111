namespace RealtimeTraining.Speech.Audio;

/// <summary>The inside format: 16 kHz mono signed 16-bit, 20 ms frames. Transports and engines convert at their edge.</summary>
public static class AudioFormat
{
    public const int SampleRateHz = 16_000;
    public const int FrameMs = 20;
    public const int FrameSamples = SampleRateHz / 1000 * FrameMs;

    public static int Samples(int milliseconds) => SampleRateHz / 1000 * milliseconds;

    public static long Milliseconds(long samples) => samples * 1000 / SampleRateHz;
}
