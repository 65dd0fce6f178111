using System.Globalization;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>Clips of meetings with who spoke when, as people wrote it down: WAV files and an RTTM file in one folder.</summary>
internal static class Meetings
{
    public static IReadOnlyList<LabelledSound> Read(string folder)
    {
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.rttm") is not [var truth, ..])
        {
            return [];
        }
        var spans = File.ReadLines(truth).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(fields => fields is ["SPEAKER", _, _, _, _, ..])
            .ToLookup(fields => fields[1], fields => (Start: Frames(fields[3]), Length: Frames(fields[4])));
        return [.. Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Select(file =>
        {
            var samples = SoundFile.Read(file);
            var speech = new bool[samples.Length / AudioFormat.FrameSamples];
            foreach (var (start, length) in spans[Path.GetFileNameWithoutExtension(file)])
            {
                var from = Math.Clamp((int)start, 0, speech.Length);
                Array.Fill(speech, true, from, Math.Clamp((int)Math.Ceiling(start + length), from, speech.Length) - from);
            }
            return new LabelledSound(Path.GetFileName(file), samples, QuietRoomLabels.WithCollars(speech));
        })];
    }

    private static double Frames(string seconds) => double.Parse(seconds, CultureInfo.InvariantCulture) * 1_000 / AudioFormat.FrameMs;
}
