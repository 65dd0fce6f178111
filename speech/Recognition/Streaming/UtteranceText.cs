namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>The words of one utterance: those whose sound was cut away, and what the rest is believed to be. Not thread-safe.</summary>
internal sealed class UtteranceText
{
    private readonly List<RecognizedWord> committed = [];
    private readonly LocalAgreement agreement = new();
    private IReadOnlyList<RecognizedWord> hypothesis = [];

    public IReadOnlyList<RecognizedWord> Committed => committed;

    public bool IsEmpty => committed.Count == 0 && hypothesis.Count == 0;

    public string Text => string.Join(' ', committed.Concat(hypothesis).Select(word => word.Text));

    /// <summary>Takes the place of the last hypothesis.</summary>
    /// <returns>How many of its words the last one had as well.</returns>
    public int Propose(IReadOnlyList<RecognizedWord> words)
    {
        hypothesis = WithoutOverlap(words);
        return agreement.Agree(hypothesis);
    }

    public IReadOnlyList<RecognizedWord> Hypothesis => hypothesis;

    /// <summary>The first words of the hypothesis will not be heard again.</summary>
    public void Commit(int words)
    {
        committed.AddRange(hypothesis.Take(words));
        hypothesis = [.. hypothesis.Skip(words)];
        agreement.Take(words);
    }

    /// <summary>These are the words of a part that will not be heard again, whatever was believed of it before.</summary>
    public void Commit(IReadOnlyList<RecognizedWord> words)
    {
        Propose(words);
        Commit(hypothesis.Count);
    }

    public Transcript ToTranscript()
    {
        RecognizedWord[] words = [.. committed, .. hypothesis];
        return words.Length == 0 ? Transcript.Empty : new Transcript(Text, words.Average(word => word.Confidence), words);
    }

    /// <summary>A cut in the midst of words makes the decoder hear them on both sides of it.</summary>
    private IReadOnlyList<RecognizedWord> WithoutOverlap(IReadOnlyList<RecognizedWord> words)
    {
        const int Longest = 4;
        const int AtOnceMs = 60;
        for (var count = Math.Min(Longest, Math.Min(committed.Count, words.Count)); count > 0; count--)
        {
            var same = Enumerable.Range(0, count).All(i => committed[committed.Count - count + i].Text == words[i].Text);
            // One word may well be said twice, but hardly without any time between.
            if (same && (count > 1 || words[0].StartMs <= committed[^1].EndMs + AtOnceMs))
            {
                return [.. words.Skip(count)];
            }
        }
        return words;
    }
}
