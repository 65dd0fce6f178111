namespace RealtimeTraining.Models.Language.Turns;

/// <summary>What a silence after some words is, as probabilities that add up to 1.</summary>
/// <param name="Over">The turn has ended.</param>
/// <param name="BetweenSentences">A sentence is whole, and the same speaker says another.</param>
/// <param name="InSentence">The speaker stopped in the middle of a sentence: hesitates, looks for a word, begins anew.</param>
public readonly record struct SilenceKinds(float Over, float BetweenSentences, float InSentence)
{
    /// <summary>The same, where something else says how probable an end is against how probable it mostly is.</summary>
    /// <param name="times">What the odds of an end are multiplied with.</param>
    public SilenceKinds WithOddsOfEnd(float times)
    {
        var over = Over * times;
        var sum = over + BetweenSentences + InSentence;
        return sum <= 0 ? this : new SilenceKinds(over / sum, BetweenSentences / sum, InSentence / sum);
    }
}
