using System.Diagnostics;
using System.Globalization;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Speakers;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Speakers;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>How well the voices of one channel are told apart: two of the interviews, however many there are of the meetings.</summary>
internal static class SpeakerBench
{
    private static readonly string Audio = Path.Combine(Checkout.Data, "audio");

    /// <returns>None where the data is not here.</returns>
    public static async Task<IReadOnlyList<BenchResult>> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        if (!File.Exists(Rttm.Meetings))
        {
            tell($"No public recordings in {Audio}: how well voices are told apart is left out.");
            return [];
        }
        var interviews = Directory.GetFiles(Audio, "*.mp3").Order(StringComparer.Ordinal).Where(file => Rttm.Read(Rttm.Interviews, Name(file)).Count > 0).Take(quick ? 1 : int.MaxValue);
        var meetings = Directory.GetFiles(Path.Combine(Audio, "ami"), "*.wav").Order(StringComparer.Ordinal);
        return [.. await SetAsync("interviews", interviews, Rttm.Interviews, 2, tell, cancellationToken), .. await SetAsync("ami", meetings, Rttm.Meetings, null, tell, cancellationToken)];
    }

    private static async Task<IReadOnlyList<BenchResult>> SetAsync(string set, IEnumerable<string> files, string truths, int? speakers, Action<string> tell, CancellationToken cancellationToken)
    {
        var (sum, took, soundMs, count) = (new DiarisationError(0, 0, 0, 0), TimeSpan.Zero, 0.0, 0);
        foreach (var file in files)
        {
            var truth = Rttm.Read(truths, Name(file));
            var samples = await DecodeAsync(file, cancellationToken);
            var started = Stopwatch.GetTimestamp();
            var turns = Find(samples, speakers, cancellationToken);
            took += Stopwatch.GetElapsedTime(started);
            // The truth of an interview ends before the interview; that of a meeting covers all of it.
            var lengthMs = speakers is null ? (int)AudioFormat.Milliseconds(samples.Length) : truth.Max(turn => turn.EndMs);
            var error = DiarisationError.Of(truth, [.. turns.Select(turn => (turn.Speaker, turn.StartMs, turn.EndMs))], lengthMs);
            tell(string.Create(CultureInfo.InvariantCulture, $"{Name(file)}: {error.Rate:0.000} of {error.SpeechMs / 1_000:0} s of speech."));
            (sum, soundMs, count) = (sum + error, soundMs + AudioFormat.Milliseconds(samples.Length), count + 1);
        }
        return count == 0 ? [] :
        [
            Share("all", sum.Rate), Share("wrong", sum.WrongMs / sum.SpeechMs), Share("missed", sum.MissedMs / sum.SpeechMs), Share("false", sum.FalseMs / sum.SpeechMs),
            BenchResult.Single("times_real_time", "times", soundMs / took.TotalMilliseconds, count, ("stage", "voices"), ("set", set)),
        ];

        BenchResult Share(string part, double value) => BenchResult.Single("diarisation_error_rate", "share", value, count, ("set", set), ("part", part), ("collar_ms", DiarisationError.CollarMs));
    }

    private static IReadOnlyList<SpeakerTurn> Find(short[] samples, int? speakers, CancellationToken cancellationToken)
    {
        var finder = new SpeakerFinder(new TrainedSpeechDetector(new TrainedSpeechDetectorOptions()));
        for (var at = 0; at + AudioFormat.FrameSamples <= samples.Length; at += AudioFormat.FrameSamples)
        {
            finder.Listen(samples.AsSpan(at, AudioFormat.FrameSamples));
        }
        return finder.Finish(speakers, cancellationToken);
    }

    private static async Task<short[]> DecodeAsync(string file, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-i", file, "-ac", "1", "-ar", "16000", "-f", "s16le", "-"]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return Pcm.FromBytes(bytes.ToArray());
    }

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
