using RealtimeTraining.Models.Language;

namespace RealtimeTraining.TestKit;

/// <summary>Words put in, left out or exchanged, against the words that were spoken.</summary>
public sealed record WordErrors(int Errors, int Spoken)
{
    public static WordErrors None { get; } = new(0, 0);

    public double Rate => Spoken == 0 ? 0 : (double)Errors / Spoken;

    public static WordErrors operator +(WordErrors left, WordErrors right) => new(left.Errors + right.Errors, left.Spoken + right.Spoken);

    public static WordErrors Between(string spoken, string recognised)
    {
        var (said, heard) = (SpokenText.Words(spoken), SpokenText.Words(recognised));
        return new WordErrors(Distance(said, heard), said.Length);
    }

    // Levenshtein's distance, one row at a time.
    private static int Distance(string[] said, string[] heard)
    {
        var row = Enumerable.Range(0, heard.Length + 1).ToArray();
        for (var i = 1; i <= said.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= heard.Length; j++)
            {
                var exchanged = diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
