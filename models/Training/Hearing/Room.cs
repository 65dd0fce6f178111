using RealtimeTraining.Models.Language;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>A room around a voice: the direct sound and some dozens of reflections that fade.</summary>
internal static class Room
{
    private const int Reflections = 40;

    public static float[] Around(float[] sound, SeededRandom random)
    {
        var (seconds, near, heard) = (0.15 + 0.45 * random.NextDouble(), 0.1 + 0.5 * random.NextDouble(), (float[])sound.Clone());
        for (var reflection = 0; reflection < Reflections; reflection++)
        {
            var delayMs = 3 + seconds * 700 * random.NextDouble();
            // The reverberation time is that in which 60 dB are lost.
            var gain = (float)(near * Math.Pow(10, -3 * delayMs / 1_000 / seconds) * (random.Next(2) == 0 ? 1 : -1));
            for (int from = 0, to = (int)(delayMs * AudioFormat.SampleRateHz / 1_000); to < sound.Length; from++, to++)
            {
                heard[to] += gain * sound[from];
            }
        }
        return heard;
    }
}
