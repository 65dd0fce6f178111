using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>Who spoke how long, gaps and overlaps of real consultations as a review has them, against a count of the time stamps.</summary>
internal static class InterplayBench
{
    private const int DeadAirMs = 3_000;

    /// <returns>None where the data is not here.</returns>
    public static IReadOnlyList<BenchResult> Run(bool quick, Action<string> tell)
    {
        if (!Directory.Exists(TimedSegment.Folder))
        {
            tell($"No consultations in {TimedSegment.Folder}: talk share, gaps and overlaps are left out.");
            return [];
        }
        using var server = TrainingServer.Start();
        var debriefs = server.Services.GetRequiredService<ReviewDebrief>();
        var differences = new Dictionary<string, List<double>>();
        foreach (var file in Directory.GetFiles(TimedSegment.Folder, "*.json").Order(StringComparer.Ordinal).Take(quick ? 10 : int.MaxValue))
        {
            var said = TimedSegment.Read(file);
            foreach (var (of, computed, counted) in Both(debriefs, Lines(said), new TickedTalk(said)))
            {
                var list = differences.TryGetValue(of, out var found) ? found : differences[of] = [];
                list.Add(Math.Abs(computed - counted));
                if (list[^1] > 0.0005)
                {
                    tell(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}, {of}: {computed:0.###}, and by the time stamps {counted:0.###}."));
                }
            }
        }
        return [.. differences.SelectMany(pair => new[]
        {
            Difference(pair.Key, "largest", pair.Value.Max(), pair.Value.Count), Difference(pair.Key, "mean", pair.Value.Average(), pair.Value.Count),
        })];
    }

    private static IReadOnlyList<(string Of, double Computed, double Counted)> Both(ReviewDebrief debriefs, IReadOnlyList<ReviewLine> spoken, TickedTalk ticked)
    {
        var lines = MaskedLines.Of(spoken);
        var silences = MomentFinder.Silences(lines);
        var numbers = debriefs.Write(Guid.NewGuid(), ticked.Doctor.Length, lines, silences, twoSided: true).Numbers;
        return
        [
            ("talk_share", numbers.TalkRatio ?? double.NaN, ticked.TalkRatio),
            ("overlap_ms", numbers.OverlapMs, ticked.OverlapMs),
            ("dead_air_ms", numbers.DeadAirMs, ticked.SilentMs(DeadAirMs)),
            ("marked_silence_ms", silences.Sum(silence => silence.EndMs - silence.StartMs), ticked.SilentMs(MomentFinder.DeadAirMs)),
        ];
    }

    private static IReadOnlyList<ReviewLine> Lines(IEnumerable<TimedSegment> said) =>
        [.. said.OrderBy(one => one.StartMs).Select((one, i) => new ReviewLine(i + 1, one.Doctor ? Speaker.Staff : Speaker.Caller, one.StartMs, one.EndMs, one.Text, 1, []))];

    private static BenchResult Difference(string of, string which, double value, int conversations) =>
        BenchResult.Single("interplay_difference", of.EndsWith("_ms", StringComparison.Ordinal) ? "ms" : "share", value, conversations, ("of", of), ("which", which));
}
