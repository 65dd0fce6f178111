namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// How far two people agree beyond chance: (observed - expected) / (1 - expected), where the expected share of agreement
/// is that of two who give their own labels as often, but at random (Cohen 1960, "A coefficient of agreement for nominal
/// scales"). 1 is full agreement, 0 what chance gives, below 0 less than that. Pure.
/// </summary>
public static class Kappa
{
    /// <returns>Null where it cannot be told: nothing was labelled by both, or both gave one and the same label throughout.</returns>
    public static double? Of<T>(IReadOnlyList<(T First, T Second)> labels)
        where T : notnull
    {
        if (labels.Count == 0)
        {
            return null;
        }
        double all = labels.Count;
        var observed = labels.Count(pair => pair.First.Equals(pair.Second)) / all;
        var second = labels.GroupBy(pair => pair.Second).ToDictionary(group => group.Key, group => group.Count() / all);
        var expected = labels.GroupBy(pair => pair.First).Sum(group => group.Count() / all * second.GetValueOrDefault(group.Key));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }
}
