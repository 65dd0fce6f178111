namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Cuts a line into what can be spoken one after the other: a short first clause, then whole sentences.</summary>
public static class Clauses
{
    /// <summary>The first clause is cut at a comma when the first sentence is longer than this.</summary>
    private const int ShortEnough = 28;
    private const int TooShort = 3;

    /// <summary>Joined by single spaces, the clauses are the line again.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var clauses = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (EndsSentence(line, i) || (clauses.Count == 0 && EndsFirstClause(line, start, i)))
            {
                Add(line[start..(i + 1)], clauses);
                start = i + 1;
            }
        }
        Add(line[start..], clauses);
        return clauses;
    }

    private static void Add(string clause, List<string> clauses)
    {
        var trimmed = clause.Trim();
        if (trimmed.Length > 0)
        {
            clauses.Add(trimmed);
        }
    }

    private static bool EndsSentence(string line, int i) =>
        line[i] is '.' or '?' or '!' && i + 1 < line.Length && line[i + 1] == ' ' && !IsAbbreviation(line, i);

    private static bool EndsFirstClause(string line, int start, int i) =>
        line[i] is ',' or ';' or ':' && i + 1 < line.Length && line[i + 1] == ' ' && i - start >= TooShort && SentenceLength(line, start) > ShortEnough
        && !(i >= 2 && char.IsDigit(line[i - 1]));

    private static int SentenceLength(string line, int start)
    {
        var end = start;
        while (end < line.Length && !EndsSentence(line, end))
        {
            end++;
        }
        return end - start;
    }

    private static bool IsAbbreviation(string line, int i)
    {
        var start = line.LastIndexOf(' ', i) + 1;
        return line[start..i] is "Dr" or "Mr" or "Mrs" or "Ms" or "St";
    }
}
