using System.Globalization;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Who spoke when: "SPEAKER file channel start duration ..." in seconds.</summary>
internal static class Rttm
{
    /// <summary>For each frame whether anybody speaks.</summary>
    public static bool[] Frames(string path, string recording, int count)
    {
        var frames = new bool[count];
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 5 || fields[0] != "SPEAKER" || fields[1] != recording)
            {
                continue;
            }
            var start = double.Parse(fields[3], CultureInfo.InvariantCulture);
            var end = start + double.Parse(fields[4], CultureInfo.InvariantCulture);
            for (var i = (int)(start * 1000 / AudioFormat.FrameMs); i < Math.Min(count, end * 1000 / AudioFormat.FrameMs); i++)
            {
                frames[i] = true;
            }
        }
        return frames;
    }
}
