using System.Globalization;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Listening;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>Sound of which it is known, frame by frame, whether anybody speaks.</summary>
internal sealed record Clip(short[] Samples, bool[] IsSpeech)
{
    /// <summary>Clips of meetings in rooms, with who spoke when (<c>audio/ami</c> of the shared data); none where it is not here.</summary>
    public static IReadOnlyList<Clip> Meetings()
    {
        var folder = Path.Combine(Checkout.Data, "audio", "ami");
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.rttm") is not [var truth, ..])
        {
            return [];
        }
        var spans = File.ReadLines(truth).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(fields => fields is ["SPEAKER", _, _, _, _, ..])
            .ToLookup(fields => fields[1], fields => (Start: Seconds(fields[3]), End: Seconds(fields[3]) + Seconds(fields[4])));
        return [.. Directory.GetFiles(folder, "*.wav").Order(StringComparer.Ordinal).Select(file => Of(WavFile.ReadMono(file), spans[Path.GetFileNameWithoutExtension(file)]))];
    }

    /// <summary>Lines by a voice in a quiet room, one after the other.</summary>
    public static async Task<Clip> LinesAsync(int count)
    {
        var (samples, spans) = (new List<short>(), new List<(double, double)>());
        foreach (var text in TraineeLines.ByScenario.Values.SelectMany(lines => lines).Take(count))
        {
            var line = await RehearsedLine.SayAsync(text);
            var at = samples.Count / (double)AudioFormat.SampleRateHz;
            spans.Add((at + line.StartMs / 1000.0, at + line.EndMs / 1000.0));
            samples.AddRange(line.Samples);
        }
        return Of([.. samples], spans);
    }

    private static Clip Of(short[] samples, IEnumerable<(double Start, double End)> spans)
    {
        var frames = new bool[samples.Length / AudioFormat.FrameSamples];
        foreach (var (start, end) in spans)
        {
            for (var i = (int)(start * 1000 / AudioFormat.FrameMs); i < Math.Min(frames.Length, end * 1000 / AudioFormat.FrameMs); i++)
            {
                frames[i] = true;
            }
        }
        return new Clip(samples, frames);
    }

    private static double Seconds(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
