namespace RealtimeTraining.Server.Feedback;

/// <summary>A stretch of time, from the first millisecond to the one after the last.</summary>
internal readonly record struct Span(int StartMs, int EndMs)
{
    public int LengthMs => EndMs - StartMs;
}

/// <summary>Sets of stretches of time.</summary>
internal static class Spans
{
    /// <summary>What any of them covers, in order.</summary>
    public static IReadOnlyList<Span> Union(IEnumerable<Span> spans)
    {
        var union = new List<Span>();
        foreach (var span in spans.Where(s => s.LengthMs > 0).OrderBy(s => s.StartMs))
        {
            if (union.Count > 0 && span.StartMs <= union[^1].EndMs)
            {
                union[^1] = union[^1] with { EndMs = Math.Max(union[^1].EndMs, span.EndMs) };
            }
            else
            {
                union.Add(span);
            }
        }
        return union;
    }

    /// <summary>What both cover, each a union.</summary>
    public static IReadOnlyList<Span> Common(IReadOnlyList<Span> a, IReadOnlyList<Span> b)
    {
        var common = new List<Span>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            var both = new Span(Math.Max(a[i].StartMs, b[j].StartMs), Math.Min(a[i].EndMs, b[j].EndMs));
            if (both.LengthMs > 0)
            {
                common.Add(both);
            }
            if (a[i].EndMs < b[j].EndMs)
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return common;
    }

    public static int Length(IEnumerable<Span> spans) => spans.Sum(s => s.LengthMs);
}
