namespace RealtimeTraining.Models.Language;

/// <summary>Words of a loudspeaker that a recogniser wrote down as somebody's own.</summary>
public static class EchoWords
{
    /// <summary>Fewer words may well be somebody who repeats what was said.</summary>
    private const int FewestWords = 4;
    private const double Share = 0.75;

    /// <summary>Most of the heard words stand in the played ones, in their order.</summary>
    public static bool Are(string heard, string played)
    {
        var (echo, said) = (SpokenText.Words(heard), SpokenText.Words(played));
        return echo.Length >= FewestWords && InOrder(echo, said) >= Share * echo.Length;
    }

    // The longest common subsequence, one row at a time.
    private static int InOrder(string[] one, string[] other)
    {
        var row = new int[other.Length + 1];
        foreach (var word in one)
        {
            var diagonal = 0;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = word == other[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[^1];
    }
}
