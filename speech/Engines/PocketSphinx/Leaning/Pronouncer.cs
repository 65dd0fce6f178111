using System.Runtime.InteropServices;

namespace RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;

/// <summary>
/// How a word that the recogniser's dictionary lacks is said: from flite's lexicon, and by its letter-to-sound rules.
/// Without flite no word is known. Thread-safe.
/// </summary>
internal static partial class Pronouncer
{
    private const string Flite = "libflite.so.1";
    private const string Lexicon = "libflite_cmulex.so.1";

    // The acoustic model's phones (the CMU set without stress).
    private static readonly HashSet<string> Phones =
    [
        "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY", "JH",
        "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z", "ZH",
    ];

    private static readonly Lock Gate = new();
    private static readonly Lazy<nint> Words = new(Open);

    /// <summary>"M EH T F AO R M IH N"; null when nothing is known.</summary>
    public static string? Pronounce(string word)
    {
        if (!word.All(c => c is >= 'a' and <= 'z' or '\''))
        {
            return null;
        }
        lock (Gate)
        {
            return Words.Value == 0 ? null : LookUp(word.Replace("'", "", StringComparison.Ordinal));
        }
    }

    private static string? LookUp(string word)
    {
        var list = LookUp(Words.Value, word, 0, 0);
        if (list == 0)
        {
            return null;
        }
        var phones = new List<string>();
        for (var cell = list; cell != 0; cell = Rest(cell))
        {
            phones.Add(ToPhone(Marshal.PtrToStringUTF8(Text(First(cell))) ?? ""));
        }
        DeleteValue(list);
        return phones.Count > 0 && phones.TrueForAll(Phones.Contains) ? string.Join(' ', phones) : null;
    }

    /// <summary>Flite marks stress by a digit, and has a phone for the schwa.</summary>
    private static string ToPhone(string phone) => phone.TrimEnd('0', '1', '2').ToUpperInvariant() switch
    {
        "AX" => "AH",
        var same => same,
    };

    private static nint Open() =>
        NativeLibrary.TryLoad(Flite, out _) && NativeLibrary.TryLoad(Lexicon, out _) ? OpenLexicon() : 0;

    [LibraryImport(Lexicon, EntryPoint = "cmu_lex_init")]
    private static partial nint OpenLexicon();

    [LibraryImport(Flite, EntryPoint = "lex_lookup", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint LookUp(nint lexicon, string word, nint partOfSpeech, nint features);

    [LibraryImport(Flite, EntryPoint = "val_car")]
    private static partial nint First(nint cell);

    [LibraryImport(Flite, EntryPoint = "val_cdr")]
    private static partial nint Rest(nint cell);

    [LibraryImport(Flite, EntryPoint = "val_string")]
    private static partial nint Text(nint value);

    [LibraryImport(Flite, EntryPoint = "delete_val")]
    private static partial void DeleteValue(nint value);
}
