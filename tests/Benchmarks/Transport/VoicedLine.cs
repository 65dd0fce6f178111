using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>A line of the trainee as a WAV file.</summary>
public sealed record VoicedLine(string Text, string Path, short[] Samples)
{
    public double LengthMs => AudioFormat.Milliseconds(Samples.Length);

    public static async Task<VoicedLine> WriteAsync(string text, string path)
    {
        await new SpokenFile().Say(text).SaveAsync(path);
        return new VoicedLine(text, path, WavFile.ReadMono(path));
    }
}
