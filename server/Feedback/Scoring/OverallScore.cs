namespace RealtimeTraining.Server.Feedback;

/// <summary>The categories that could be judged, weighted by the rubric.</summary>
internal static class OverallScore
{
    public static int? Of(IReadOnlyList<CategoryScore> categories)
    {
        var judged = categories.Where(c => c.Score is not null).ToList();
        var weight = judged.Sum(c => c.Weight);
        return judged.Count == 0 ? null
            : weight == 0 ? (int)Math.Round(judged.Average(c => c.Score!.Value), MidpointRounding.AwayFromZero)
            : (int)Math.Round(judged.Sum(c => (double)c.Score!.Value * c.Weight) / weight, MidpointRounding.AwayFromZero);
    }

    public static string Because(IReadOnlyList<CategoryScore> categories)
    {
        var judged = categories.Where(c => c.Score is not null).ToList();
        if (judged.Count == 0)
        {
            return "No category could be judged.";
        }
        var best = judged.MaxBy(c => c.Score)!;
        var worst = judged.MinBy(c => c.Score)!;
        var left = categories.Count - judged.Count;
        var weighed = left == 0 ? "The six categories by their weights" : $"The {judged.Count} categories that could be judged, by their weights";
        return best.Category == worst.Category || best.Score == worst.Score
            ? $"{weighed}."
            : $"{weighed}; highest {CategoryNames.Of(best.Category)} with {best.Score}, lowest {CategoryNames.Of(worst.Category)} with {worst.Score}.";
    }
}
