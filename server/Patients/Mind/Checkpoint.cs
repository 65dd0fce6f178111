namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Remembers how a collection is, to put it back.</summary>
internal static class Checkpoint
{
    public static Action Of<T>(HashSet<T> set)
    {
        var kept = set.ToArray();
        return () =>
        {
            set.Clear();
            set.UnionWith(kept);
        };
    }

    public static Action Of<T>(List<T> list)
    {
        var kept = list.ToArray();
        return () =>
        {
            list.Clear();
            list.AddRange(kept);
        };
    }

    public static Action Of<TKey, TValue>(Dictionary<TKey, TValue> dictionary)
        where TKey : notnull
    {
        var kept = dictionary.ToArray();
        return () =>
        {
            dictionary.Clear();
            foreach (var (key, value) in kept)
            {
                dictionary.Add(key, value);
            }
        };
    }
}
