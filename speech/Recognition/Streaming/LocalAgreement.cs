namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// Words are believed when two successive hypotheses begin with them (LocalAgreement-2, D. Liu et al. 2020, as used by
/// D. Macháček et al. 2023 for Whisper). Not thread-safe.
/// </summary>
internal sealed class LocalAgreement
{
    private IReadOnlyList<RecognizedWord> last = [];

    /// <summary>How many words of this hypothesis the one before it had as well.</summary>
    public int Agree(IReadOnlyList<RecognizedWord> hypothesis)
    {
        var agreed = 0;
        while (agreed < Math.Min(last.Count, hypothesis.Count) && last[agreed].Text == hypothesis[agreed].Text)
        {
            agreed++;
        }
        last = hypothesis;
        return agreed;
    }

    /// <summary>The first words were taken away: the next hypothesis begins after them.</summary>
    public void Take(int words) => last = [.. last.Skip(words)];
}
