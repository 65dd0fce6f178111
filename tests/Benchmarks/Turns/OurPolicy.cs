using System.Diagnostics;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Turns;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Benchmarks.Turns;

/// <summary>The product's detector at its defaults, and at other costs of a cut-off: the one option that trades waiting against cutting in.</summary>
internal static class OurPolicy
{
    private const int Settings = 160;
    private const double LeastCost = 10;
    private const double Step = 1.075;

    /// <param name="over">How probable it is at each point that the turn is over.</param>
    /// <param name="kinds">What the silence at each point is by its words.</param>
    public static TurnPolicy Of(string name, IReadOnlyList<TurnPoint> points, IReadOnlyList<float> over, IReadOnlyList<SilenceKinds> kinds)
    {
        var contexts = points.Select(Context).ToArray();
        return new TurnPolicy(name, Played(new TurnEndOptions()),
            [.. Enumerable.Range(0, Settings).Select(setting => Played(Swept(LeastCost * Math.Pow(Step, setting))))]);

        TurnOutcome Played(TurnEndOptions options)
        {
            var detector = new TurnEndDetector(options, TurnEndModel.Shared, SilenceModel.Shared);
            return TurnOutcome.Of(points, i => detector.WaitFor(contexts[i], over[i], kinds[i]).SilenceMs);
        }
    }

    /// <summary>Microseconds of one decision, model included, over all points; the first hundred are not counted.</summary>
    public static IReadOnlyList<double> DecisionTimes(IReadOnlyList<TurnPoint> points)
    {
        var detector = new TurnEndDetector(new TurnEndOptions(), TurnEndModel.Shared, SilenceModel.Shared);
        var times = new List<double>(points.Count);
        foreach (var point in points)
        {
            var (context, began) = (Context(point), Stopwatch.GetTimestamp());
            detector.WaitFor(context);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
        }
        return [.. times.Skip(Math.Min(100, times.Count / 2))];
    }

    /// <summary>With floor and ceilings out of the way, so that only the cost decides.</summary>
    private static TurnEndOptions Swept(double cost) => new() { CutOffCostMs = cost, FloorMs = 200, CeilingMs = 5_000, ReadingCeilingMs = 5_000 };

    private static TurnContext Context(TurnPoint point) => new(point.Turn.Words, point.Turn.SpokenMs, null)
    {
        PatientSaid = point.Turn.OtherSaid,
        PausesBefore = point.Turn.PausesBefore,
    };
}
