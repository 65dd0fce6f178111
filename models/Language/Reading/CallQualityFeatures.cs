using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>
/// A whole conversation as the shares of what one side did in it, after those that counselling research counts (Motivational
/// Interviewing Treatment Integrity, MITI 3.1): how much was told, by utterances and by words, how many words directed, how
/// many of the questions were open, and how many of the reflections went beyond the words.
/// </summary>
public static class CallQualityFeatures
{
    public const string Name = "call-2";

    /// <param name="signs">By utterance.</param>
    public static void Fill(FeatureVector vector, IReadOnlyList<ListeningSigns> signs)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(signs);
        var (told, toldWords, asked, openly, reflected, deeply, words, directives) = (0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f);
        foreach (var one in signs)
        {
            (told, toldWords) = (told + one.Told, toldWords + one.Told * one.Words);
            (asked, openly) = (asked + one.Asked, openly + one.AskedOpenly);
            (reflected, deeply) = (reflected + one.Reflected, deeply + one.ReflectedDeeply);
            (words, directives) = (words + one.Words, directives + one.Directives);
        }
        vector.Clear();
        vector.AddDense(told / Math.Max(1, signs.Count));
        vector.AddDense(toldWords / Math.Max(1, words));
        vector.AddDense(directives / Math.Max(1, words));
        // One more question and reflection, so that a single one does not decide.
        vector.AddDense(openly / (asked + 1));
        vector.AddDense(deeply / (reflected + 1));
    }
}
