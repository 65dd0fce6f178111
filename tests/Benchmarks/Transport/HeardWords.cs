using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>Which of the words that were spoken the recogniser wrote down, in the alignment with the fewest errors.</summary>
/// <param name="Words">Those spoken, and whether each was heard.</param>
/// <param name="Errors">Words put in, left out or exchanged.</param>
public sealed record HeardWords(IReadOnlyList<(string Word, bool Heard)> Words, int Errors)
{
    public int Spoken => Words.Count;

    public double ErrorRate => Spoken == 0 ? 0 : (double)Errors / Spoken;

    /// <summary>Heard by the other and not here.</summary>
    public IEnumerable<string> LostAgainst(HeardWords other) =>
        Words.Zip(other.Words).Where(pair => pair.Second.Heard && !pair.First.Heard).Select(pair => pair.First.Word);

    /// <summary>
    /// Of the same words in several calls: heard is what most of them heard. A recogniser hears the same line now so, now
    /// so; what a network takes is missing in most.
    /// </summary>
    public static HeardWords InMost(IReadOnlyList<HeardWords> calls) => new(
        [.. calls[0].Words.Select((word, i) => (word.Word, calls.Count(call => call.Words[i].Heard) * 2 > calls.Count))], calls.Sum(call => call.Errors));

    public static HeardWords Between(string spoken, string recognised)
    {
        var (said, heard) = (WordsOf(spoken), WordsOf(recognised));
        var errors = new int[said.Length + 1, heard.Length + 1];
        for (var i = 0; i <= said.Length; i++)
        {
            for (var j = 0; j <= heard.Length; j++)
            {
                errors[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(errors[i - 1, j - 1] + (said[i - 1] == heard[j - 1] ? 0 : 1), 1 + Math.Min(errors[i - 1, j], errors[i, j - 1])),
                };
            }
        }
        return new HeardWords(Trace(said, heard, errors), errors[said.Length, heard.Length]);
    }

    // "You are" and "you're" are the same words said, and a recogniser writes now the one, now the other.
    private static string[] WordsOf(string text) => [.. SpokenText.Words(text).SelectMany(Contractions.Expand)];

    private static (string Word, bool Heard)[] Trace(string[] said, string[] heard, int[,] errors)
    {
        var words = said.Select(word => (word, false)).ToArray();
        var (i, j) = (said.Length, heard.Length);
        while (i > 0 && j > 0)
        {
            var same = said[i - 1] == heard[j - 1];
            if (errors[i, j] == errors[i - 1, j - 1] + (same ? 0 : 1))
            {
                words[--i].Item2 = same;
                j--;
            }
            else if (errors[i, j] == errors[i - 1, j] + 1)
            {
                i--;
            }
            else
            {
                j--;
            }
        }
        return words;
    }
}
