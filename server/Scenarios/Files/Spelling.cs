namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>Finds the word that somebody meant.</summary>
public static class Spelling
{
    /// <returns>" — did you mean 'phrases'?", or nothing where no word is near.</returns>
    public static string DidYouMean(string word, IEnumerable<string> known)
    {
        var nearest = known
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        var near = nearest.Candidate is not null && nearest.Distance <= Math.Max(1, Math.Min(3, nearest.Candidate.Length / 3));
        return near ? $" — did you mean '{nearest.Candidate}'?" : "";
    }

    /// <summary>Letters inserted, dropped, changed or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }
        return rows[a.Length, b.Length];
    }
}
