namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// How far more than two people agree beyond chance: (P - Pe) / (1 - Pe), where P is the mean over the things labelled of
/// the share of pairs of people who gave the same label, and Pe the sum of the squared shares of all labels (Fleiss 1971,
/// "Measuring nominal scale agreement among many raters", Psychological Bulletin 76(5), 378-382). 1 is full agreement,
/// 0 what chance gives. Pure.
/// </summary>
public static class FleissKappa
{
    /// <param name="labels">For each thing the label of each person: as many for each thing, at least two.</param>
    /// <returns>Null where it cannot be told: nothing was labelled, or all gave one and the same label throughout.</returns>
    public static double? Of<T>(IReadOnlyList<IReadOnlyList<T>> labels)
        where T : notnull
    {
        if (labels.Count == 0)
        {
            return null;
        }
        var people = labels[0].Count;
        if (people < 2 || labels.Any(thing => thing.Count != people))
        {
            throw new ArgumentException("Each thing is labelled by the same number of people, two at least.", nameof(labels));
        }
        var observed = labels.Average(thing => thing.GroupBy(label => label).Sum(group => (double)group.Count() * (group.Count() - 1)) / (people * (people - 1.0)));
        double all = labels.Count * people;
        var expected = labels.SelectMany(thing => thing).GroupBy(label => label).Sum(group => group.Count() / all * (group.Count() / all));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }
}
