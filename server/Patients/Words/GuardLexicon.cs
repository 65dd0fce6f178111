using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients.Hearing;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>The guard's words, as they stand in the embedded guard.yaml. Immutable, thread-safe.</summary>
public sealed class GuardLexicon
{
    private static readonly Lazy<GuardLexicon> Instance = new(() => new GuardLexicon(ExampleLibrary.Read<GuardFile>("guard.yaml")));
    private readonly HashSet<string> _plain;
    private readonly HashSet<string> _everyday;
    private readonly HashSet<string> _foreign;
    private readonly HashSet<string> _openers;
    private readonly Dictionary<string, string> _same;

    private GuardLexicon(GuardFile file)
    {
        _same = file.Same.SelectMany(pair => pair.Value.Append(pair.Key).Select(word => (word, pair.Key)))
            .DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal);
        _plain = Words(file.Plain).Select(Stem).ToHashSet(StringComparer.Ordinal);
        _everyday = Words(file.Everyday).Select(Stem).ToHashSet(StringComparer.Ordinal);
        _foreign = Words(file.Foreign).ToHashSet(StringComparer.Ordinal);
        (Machine, Practice, Advice) = (Phrases(file.Machine), Phrases(file.Practice), Phrases(file.Advice));
        (Endings, Agrees, Refuses, Unsure) = (Phrases(file.Endings), Phrases(file.Agrees), Phrases(file.Refuses), Phrases(file.Unsure));
        (Affirms, _openers) = (Phrases(file.Affirms), Words(file.Openers).ToHashSet(StringComparer.Ordinal));
        (Stage, Labels) = (Phrases(file.Stage), file.Labels.ToHashSet(StringComparer.Ordinal));
        (Yes, No) = (file.Yes.ToHashSet(StringComparer.Ordinal), file.No.ToHashSet(StringComparer.Ordinal));
    }

    public static GuardLexicon Shared => Instance.Value;

    public IReadOnlyList<string> Machine { get; }

    public IReadOnlyList<string> Practice { get; }

    public IReadOnlyList<string> Advice { get; }

    public IReadOnlyList<string> Endings { get; }

    public IReadOnlyList<string> Agrees { get; }

    public IReadOnlyList<string> Refuses { get; }

    public IReadOnlyList<string> Unsure { get; }

    public IReadOnlyList<string> Affirms { get; }

    public IReadOnlyList<string> Stage { get; }

    public IReadOnlySet<string> Labels { get; }

    public IReadOnlySet<string> Yes { get; }

    public IReadOnlySet<string> No { get; }

    public bool IsPlain(string stem) => _plain.Contains(stem);

    public bool IsEveryday(string stem) => _everyday.Contains(stem);

    /// <summary>Nothing but words that open an answer: "Well, you know,".</summary>
    public bool IsOpener(string clause) => SpokenText.Words(clause).All(_openers.Contains);

    public bool IsForeign(string word) => _foreign.Contains(word);

    /// <summary>Padded with a space at both ends, contractions spelled out, so that a phrase is found as a part of it.</summary>
    public static string Flat(string text) => " " + string.Join(' ', SpokenText.Words(text).SelectMany(Contractions.Expand)) + " ";

    public static string? FirstIn(string flat, IReadOnlyList<string> phrases) => phrases.FirstOrDefault(phrase => flat.Contains(phrase, StringComparison.Ordinal));

    /// <summary>The stems that tell something: no plain words, no numbers, letters that were spelled put together.</summary>
    public IEnumerable<string> Telling(string text) => Stems(text).Where(stem => !IsPlain(stem));

    public IEnumerable<string> Stems(string text)
    {
        var words = SpokenText.Words(text);
        return SpelledOut(words).Concat(words.SelectMany(Contractions.Expand))
            .Where(word => word.Length > 1 && !char.IsDigit(word[0]) && !SpokenNumbers.IsNumberWord(word) && !SpokenNumbers.IsWeekday(word) && !SpokenNumbers.IsMonth(word))
            .Select(Stem);
    }

    /// <summary>A light stem: what is said alike and what means the same are one.</summary>
    public string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var plain = Folded(word);
        if (_same.TryGetValue(plain, out var same))
        {
            return same;
        }
        var stem = plain.Length <= 4 && !plain.EndsWith('s') ? plain
            : plain.EndsWith("ies", StringComparison.Ordinal) && plain.Length > 4 ? plain[..^3] + "y"
            : plain.EndsWith("ing", StringComparison.Ordinal) && plain.Length > 5 ? Undouble(plain[..^3])
            : plain.EndsWith("ed", StringComparison.Ordinal) && plain.Length > 4 ? Undouble(plain[..^2])
            : plain.EndsWith("ly", StringComparison.Ordinal) && plain.Length > 5 ? plain[..^2]
            : plain.EndsWith('s') && plain.Length > 3 && plain[^2] is not ('s' or 'u' or 'i') ? plain[..^1] : plain;
        stem = stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
        return _same.GetValueOrDefault(stem, stem);
    }

    /// <summary>"B, A, R, N" is barn.</summary>
    private static IEnumerable<string> SpelledOut(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var end = i;
            while (end < words.Length && words[end].Length == 1 && char.IsLetter(words[end][0]))
            {
                end++;
            }
            if (end - i >= 3)
            {
                yield return string.Concat(words[i..end]);
            }
            i = Math.Max(i, end - 1);
        }
    }

    private static string Undouble(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem;

    private static string Folded(string word) => string.Concat(word.Select(c => c switch
    {
        'á' or 'à' or 'â' or 'ä' or 'ã' or 'å' => 'a',
        'é' or 'è' or 'ê' or 'ë' => 'e',
        'í' or 'ì' or 'î' or 'ï' => 'i',
        'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'o',
        'ú' or 'ù' or 'û' or 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        _ => c,
    }));

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Phrases(List<string> phrases) => [.. phrases.Select(Flat)];

    public sealed class GuardFile
    {
        public string Plain { get; set; } = "";

        public string Everyday { get; set; } = "";

        public Dictionary<string, List<string>> Same { get; set; } = [];

        public string Foreign { get; set; } = "";

        public List<string> Machine { get; set; } = [];

        public List<string> Practice { get; set; } = [];

        public List<string> Advice { get; set; } = [];

        public List<string> Endings { get; set; } = [];

        public List<string> Affirms { get; set; } = [];

        public string Openers { get; set; } = "";

        public List<string> Stage { get; set; } = [];

        public List<string> Labels { get; set; } = [];

        public List<string> Yes { get; set; } = [];

        public List<string> No { get; set; } = [];

        public List<string> Agrees { get; set; } = [];

        public List<string> Refuses { get; set; } = [];

        public List<string> Unsure { get; set; } = [];
    }
}
