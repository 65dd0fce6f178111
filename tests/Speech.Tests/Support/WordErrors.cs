using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Words substituted, left out and put in, for each word that was said.</summary>
internal static class WordErrors
{
    public static double Rate(string said, string heard) => (double)Count(said, heard) / SpokenText.Words(said).Length;

    public static int Count(string said, string heard)
    {
        var (a, b) = (SpokenText.Words(said), SpokenText.Words(heard));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
