using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Sentences as flite says them.</summary>
internal static class Spoken
{
    public static async Task<short[]> SayAsync(string text, string voice = "slt", double rate = 1, double pitch = 1)
    {
        await using var synthesizer = new FliteSynthesizer();
        var samples = new List<short>();
        await foreach (var chunk in synthesizer.SpeakAsync(new SpeechRequest(text, voice, rate, pitch), CancellationToken.None))
        {
            samples.AddRange(chunk.Span);
        }
        return [.. samples];
    }

    /// <summary>With the silence around it that a microphone hears.</summary>
    public static short[] InRoom(short[] speech)
    {
        var random = new Random(1);
        var room = new short[speech.Length + 2 * AudioFormat.Samples(300)];
        for (var i = 0; i < room.Length; i++)
        {
            room[i] = (short)random.Next(-8, 9);
        }
        for (var i = 0; i < speech.Length; i++)
        {
            ref var sample = ref room[i + AudioFormat.Samples(300)];
            sample = (short)Math.Clamp(speech[i] + sample, short.MinValue, short.MaxValue);
        }
        return room;
    }
}
