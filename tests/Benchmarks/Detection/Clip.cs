using System.Globalization;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Listening;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>Sound of which it is known, frame by frame, whether anybody speaks.</summary>
internal sealed record Clip(short[] Samples, bool[] IsSpeech)
{
    private const double RoomDbfs = -65;
    private const double DeadSilenceDbfs = -80;

    /// <summary>flite's voices are far above it, the room below.</summary>
    private const float SoftestVoiceDbfs = -57;

    /// <summary>100 ms: a stop inside a word.</summary>
    private const int LongestStop = 5;

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
    public static Task<Clip> LinesAsync(int count) => SayAsync(TraineeLines.ByScenario.Values.SelectMany(lines => lines).Take(count), "slt", RoomDbfs);

    /// <summary>Lines by a voice that hesitates, where noise suppression leaves next to nothing between the words.</summary>
    public static Task<Clip> InDeadSilenceAsync(int count, string voice) => SayAsync(TraineeLines.WithPauses.Values.SelectMany(lines => lines).Take(count), voice, DeadSilenceDbfs);

    /// <summary>The stretches of speech that begin after so many frames without any, first frame and the one after the last.</summary>
    public IEnumerable<(int From, int To)> Onsets(int quietFrames)
    {
        for (var (i, quiet) = (0, 0); i < IsSpeech.Length; i++)
        {
            if (!IsSpeech[i])
            {
                quiet++;
                continue;
            }
            var to = Array.IndexOf(IsSpeech, false, i) is var end and >= 0 ? end : IsSpeech.Length;
            if (quiet >= quietFrames)
            {
                yield return (i, to);
            }
            (i, quiet) = (to - 1, 0);
        }
    }

    /// <summary>Where the voice makes sound is speech, its stops inside words too.</summary>
    private static async Task<Clip> SayAsync(IEnumerable<string> lines, string voice, double noiseDbfs)
    {
        var samples = new List<short>();
        foreach (var text in lines)
        {
            samples.AddRange((await RehearsedLine.SayAsync(text, voice, noiseDbfs)).Samples);
        }
        short[] sound = [.. samples];
        var frames = new bool[sound.Length / AudioFormat.FrameSamples];
        for (var (i, last) = (0, -LongestStop); i < frames.Length; i++)
        {
            if (Loudness.RmsDbfs(sound.AsSpan(i * AudioFormat.FrameSamples, AudioFormat.FrameSamples)) < SoftestVoiceDbfs)
            {
                continue;
            }
            var from = last >= 0 && i - last <= LongestStop ? last : i;
            Array.Fill(frames, true, from, i - from + 1);
            last = i;
        }
        return new Clip(sound, frames);
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
