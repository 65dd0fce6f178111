using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>Which fold an example is in, so that all of one source (a video, a post, a person) are in one.</summary>
public static class Folds
{
    public static int[] Of(IReadOnlyList<int> groups, int folds, long seed)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var sizes = groups.GroupBy(group => group).Select(members => (Group: members.Key, Size: members.Count())).OrderBy(pair => pair.Group).ToList();
        new SeededRandom(seed).Shuffle(sizes);
        var (filled, foldOf) = (new int[folds], new Dictionary<int, int>());
        foreach (var (group, size) in sizes.OrderByDescending(pair => pair.Size))   // a stable sort: ties stay shuffled
        {
            var smallest = Array.IndexOf(filled, filled.Min());
            foldOf[group] = smallest;
            filled[smallest] += size;
        }
        return [.. groups.Select(group => foldOf[group])];
    }
}
