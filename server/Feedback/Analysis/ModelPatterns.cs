using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Words without which a model's finding is not taken over. The models learnt from forums and counselling; on the telephone
/// they take "What is your name?" and "Great, you are booked" for empathy, so they are believed only where the words speak of
/// a feeling too. Read on normalised text.
/// </summary>
internal static partial class ModelPatterns
{
    [GeneratedRegex($@"\b(?:{FeelingWords.Any}|{FeelingWords.Hardship}|(?:so|really|very) sorry|sorry (?:to|that|for|about)|(?:i|we) (?:do |really |so )?(?:hope|wish)|glad (?:you|that)|feel\w*|here for you|by your side|beside you|with you on this|hang in there|thinking of you|deserve\w*|care about|together|hate (?:that|this|for)|imagine|bless|heart)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Caring();

    [GeneratedRegex($@"\b(?:{FeelingWords.Any}|{FeelingWords.Hardship}|feel\w*|imagine|in your (?:shoes|place|position)|i'?d (?:be|feel|hate|want)|i would (?:be|feel|hate|want)|understandabl[ey]|no wonder|been through|going through|must (?:be|have|feel)|relate|left (?:hanging|waiting|in the dark))\b", RegexOptions.CultureInvariant)]
    public static partial Regex Interpreting();

    /// <summary>What is said back is about the other; advice is too, but begins otherwise.</summary>
    [GeneratedRegex(@"^(?!.*\b(?:you (?:should|must|need to|have to|can|could|may|might|will)|you'll|please|take (?:your|it|one|two)|if you)\b).*\b(?:you|your|you're|you've)\b", RegexOptions.CultureInvariant)]
    public static partial Regex SaidBack();
}
