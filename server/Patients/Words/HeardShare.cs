namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// What the mind is told when a reply is cut off. The mind counts the words of the authored line, so that it goes on the
/// same whoever worded it; of other words it is told as great a share of the authored line as was heard. Stateless.
/// </summary>
public static class HeardShare
{
    /// <param name="line">The decision's line.</param>
    /// <param name="spoken">What the writer made of it, as far as it was written.</param>
    /// <param name="heard">The beginning of that which was heard.</param>
    public static string OfLine(string line, string spoken, string heard)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(spoken);
        ArgumentNullException.ThrowIfNull(heard);
        if (line.StartsWith(spoken, StringComparison.Ordinal))
        {
            return heard;
        }
        var words = Words(line);
        var share = (double)Words(heard).Length / Math.Max(1, Words(spoken).Length);
        return string.Join(' ', words.Take((int)Math.Round(words.Length * Math.Min(1, share))));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
