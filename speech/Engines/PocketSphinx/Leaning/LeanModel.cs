namespace RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;

/// <summary>What a decoder leans towards: a small language model, and the words it is made of.</summary>
/// <param name="Key">The same for the same phrases.</param>
/// <param name="Arpa">The model, in ARPA format.</param>
/// <param name="Words">Every word of it.</param>
internal sealed record LeanModel(string Key, string Arpa, IReadOnlyList<string> Words);
