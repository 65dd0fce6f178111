namespace RealtimeTraining.Models.Language;

/// <summary>Where in a line a phrase was found best.</summary>
/// <param name="Likeness">0-1; <see cref="PhraseMatcher.Threshold"/> and above counts as said.</param>
/// <param name="Quote">The words it was found in, as they stand in the line.</param>
/// <param name="Variant">0 the phrase itself, 1, 2, ... its variants.</param>
public readonly record struct PhraseMatch(double Likeness, string Quote, int Variant)
{
    public bool Said => Likeness >= PhraseMatcher.Threshold;
}
