namespace RealtimeTraining.Models.Language.Reading;

/// <summary>What one utterance tells about how somebody listens. Probabilities, 0 to 1, but for the counts of words.</summary>
/// <param name="Told">That it informs or advises.</param>
/// <param name="Asked">That it asks.</param>
/// <param name="AskedOpenly">That it asks, and openly.</param>
/// <param name="Reflected">That it says back what the other said.</param>
/// <param name="ReflectedDeeply">That it says back more than the other said: a meaning, a feeling.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Directives">How many of them say what must be done: "should", "have to".</param>
public readonly record struct ListeningSigns(float Told, float Asked, float AskedOpenly, float Reflected, float ReflectedDeeply, int Words, int Directives);
