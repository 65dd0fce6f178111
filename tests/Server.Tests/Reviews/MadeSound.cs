using System.Diagnostics;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Tests.Reviews;

/// <summary>Recordings of two people who hum in turns: loud where one speaks, quiet room noise elsewhere.</summary>
internal static class MadeSound
{
    /// <summary>One party's channel: 700 ms of voice in each of the seconds, room noise otherwise.</summary>
    public static short[] Speaking(int seconds, params int[] inSeconds)
    {
        var noise = new Random(7);
        var samples = new short[AudioFormat.Samples(seconds * 1_000)];
        for (var i = 0; i < samples.Length; i++)
        {
            var second = i / AudioFormat.SampleRateHz;
            var withinMs = i % AudioFormat.SampleRateHz * 1_000 / AudioFormat.SampleRateHz;
            var voice = inSeconds.Contains(second) && withinMs < 700 ? 6_000 * Math.Sin(i * 2 * Math.PI * 180 / AudioFormat.SampleRateHz) : 0;
            samples[i] = (short)(voice + noise.Next(-12, 13));
        }
        return samples;
    }

    /// <summary>Six seconds: left speaks in the first and fourth, right in the second.</summary>
    public static byte[] TwoSided() => Stereo(Speaking(6, 0, 3), Speaking(6, 1));

    public static byte[] Stereo(short[] left, short[] right)
    {
        var both = new short[left.Length * 2];
        for (var i = 0; i < left.Length; i++)
        {
            (both[2 * i], both[2 * i + 1]) = (left[i], right[i]);
        }
        return [.. WavHead.Of(2, both.Length * Pcm.BytesPerSample), .. Pcm.ToBytes(both)];
    }

    /// <summary>What ffmpeg makes of a WAV file with these options.</summary>
    /// <param name="ending">Of the file made, which names its kind.</param>
    public static byte[] Converted(byte[] wav, string ending, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("training-test-");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "from.wav"), Path.Combine(folder.FullName, "to" + ending));
            File.WriteAllBytes(from, wav);
            using var process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-i", from, .. options, to]);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return File.ReadAllBytes(to);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
