using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

internal static class TestModels
{
    /// <summary>A model without weights: loads and decodes like the real one, and hears nothing.</summary>
    public const string Tiny = "models/for-tests-ggml-tiny.en.bin";

    /// <summary>The real speech detector.</summary>
    public const string Silero = "models/for-tests-silero-v6.2.0-ggml.bin";

    /// <summary>11 s: "And so my fellow Americans ...", with four pauses.</summary>
    public static short[] Jfk() => WavFile.ReadMono(SharedData.PathOf("audio/jfk.wav"));
}
