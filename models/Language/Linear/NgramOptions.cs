namespace RealtimeTraining.Models.Language.Linear;

/// <summary>Which n-grams of a text become features.</summary>
/// <param name="Words">The longest run of words; 0 for none.</param>
/// <param name="LettersFrom">The shortest run of letters within a word.</param>
/// <param name="Letters">The longest; 0 for none.</param>
/// <param name="Marks">Punctuation, alone and with the word on either side.</param>
public readonly record struct NgramOptions(int Words, int LettersFrom, int Letters, bool Marks)
{
    public static NgramOptions Whole { get; } = new(3, 3, 4, true);

    /// <summary>For what stands around: cheaper, and less to learn by heart.</summary>
    public static NgramOptions Context { get; } = new(2, 0, 0, true);
}
