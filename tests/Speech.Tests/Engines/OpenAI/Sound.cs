using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Engines.OpenAI;

/// <summary>Sound whose every sample is known.</summary>
internal static class Sound
{
    /// <summary>A tone that grows, so that no two stretches are alike.</summary>
    public static short[] Tone(int milliseconds, int rateHz = AudioFormat.SampleRateHz, double toneHz = 440) =>
        [.. Enumerable.Range(0, milliseconds * rateHz / 1000).Select(i =>
            (short)(Math.Sin(2 * Math.PI * toneHz * i / rateHz) * (4_000 + i % 4_000)))];

    public static byte[] Wav(short[] samples, int rateHz, int channels = 1, uint? statedBytes = null)
    {
        var wav = new byte[WavHeader.Bytes + samples.Length * Pcm.BytesPerSample];
        WavHeader.Write(wav, channels, rateHz, statedBytes ?? (uint)(samples.Length * Pcm.BytesPerSample));
        Pcm.ToBytes(samples, wav.AsSpan(WavHeader.Bytes));
        return wav;
    }
}
