using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The times on hold, and what was said around them.</summary>
internal static class HoldReader
{
    public static IReadOnlyList<Hold> Read(IReadOnlyList<CallEvent> events, IReadOnlyList<CallLine> lines, int callEndMs)
    {
        var holds = new List<Hold>();
        int? since = null;
        foreach (var change in events.OfType<HoldChanged>())
        {
            if (change.OnHold)
            {
                since ??= change.AtMs;
            }
            else if (since is { } start)
            {
                holds.Add(Make(start, change.AtMs, lines));
                since = null;
            }
        }
        if (since is { } open)
        {
            holds.Add(Make(open, Math.Max(open, callEndMs), lines));
        }
        return holds;
    }

    private static Hold Make(int startMs, int endMs, IReadOnlyList<CallLine> lines)
    {
        var trainee = lines.Where(l => l.Party == Party.Trainee).ToList();
        var before = trainee.LastOrDefault(l => l.EndMs <= startMs + 500);
        var announced = before is not null && (before.Reading.Has(MarkKind.HoldAsked) || before.Does(TraineeAct.Hold));
        return new Hold(startMs, endMs, before, trainee.FirstOrDefault(l => l.StartMs >= endMs), announced,
            trainee.Any(l => l.StartMs > startMs + 500 && l.EndMs < endMs));
    }
}
