using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Flite;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>Speech detectors on sound of which it is known who spoke when, with the noise of an office mixed in. docs/benchmarks.md says what is counted.</summary>
public sealed class SpeechBench : IBench
{
    private static readonly double[] SnrsDb = [20, 10, 5, 0];

    public string Name => "speech";

    public string? WhyNot => FliteEngine.Probe() is { Available: false } voice ? voice.Reason : null;

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var meetings = Clip.Meetings();
        tell(meetings.Count > 0 ? $"{meetings.Count} clips of meetings." : "The shared data has no audio/ami: lines by flite only.");
        tell("Silero is not among them: it needs the full package feed and its model.");
        var lines = await Clip.LinesAsync(quick ? 5 : 20);
        var length = lines.Samples.Length;
        List<(string Name, float[] Sound)> noises = [("fan", Noise.Fan(length))];
        if (Noise.Babble(length) is { } babble)
        {
            noises.Add(("babble", babble));
        }
        var results = new List<BenchResult>();
        foreach (var (material, clips) in new (string, IReadOnlyList<Clip>)[] { ("meetings", meetings), ("lines", [lines]) }.Where(pair => pair.Item2.Count > 0))
        {
            foreach (var (name, detector) in Detectors())
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.AddRange(Figures(Judge(clips, detector, clip => clip.Samples), material, name, ("noise", "none")));
                foreach (var (noise, sound) in noises)
                {
                    results.AddRange(SnrsDb.SelectMany(snr => Figures(Judge(clips, detector, clip => Noise.Mix(clip, sound, snr)), material, name, ("noise", noise), ("snr_db", snr))));
                }
            }
        }
        return new BenchReport(Name, new Dictionary<string, string> { ["voice"] = "flite" }, results);
    }

    private static IEnumerable<(string Name, Func<ISpeechDetector> Make)> Detectors()
    {
        yield return ("ours", () => new EnergySpeechDetector(new EnergySpeechDetectorOptions()));
        yield return ("plain_energy", () => new PlainEnergyDetector());
    }

    private static (int Missed, int Speech, int False, int Quiet) Judge(IReadOnlyList<Clip> clips, Func<ISpeechDetector> make, Func<Clip, short[]> sound)
    {
        var (missed, speech, wrong, quiet) = (0, 0, 0, 0);
        foreach (var clip in clips)
        {
            var (detector, samples) = (make(), sound(clip));
            for (var frame = 0; frame < clip.IsSpeech.Length; frame++)
            {
                var heard = detector.Process(samples.AsSpan(frame * AudioFormat.FrameSamples, AudioFormat.FrameSamples)).IsSpeech;
                (speech, quiet) = clip.IsSpeech[frame] ? (speech + 1, quiet) : (speech, quiet + 1);
                (missed, wrong) = (missed + (clip.IsSpeech[frame] && !heard ? 1 : 0), wrong + (!clip.IsSpeech[frame] && heard ? 1 : 0));
            }
        }
        return (missed, speech, wrong, quiet);
    }

    private static IEnumerable<BenchResult> Figures((int Missed, int Speech, int False, int Quiet) frames, string material, string detector, params (string, object)[] noise)
    {
        (string, object)[] labels = [("detector", detector), ("material", material), .. noise];
        var (missed, wrong) = (100.0 * frames.Missed / Math.Max(1, frames.Speech), 100.0 * frames.False / Math.Max(1, frames.Quiet));
        yield return BenchResult.Single("missed_speech", "%", missed, frames.Speech, labels);
        yield return BenchResult.Single("false_speech", "%", wrong, frames.Quiet, labels);
        yield return BenchResult.Single("balanced_error", "%", (missed + wrong) / 2, frames.Speech + frames.Quiet, labels);
    }
}
