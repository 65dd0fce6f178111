using System.Collections.Frozen;

namespace RealtimeTraining.Models.Language.Lexicons;

/// <summary>Words that stand for one another in a key phrase, irregular forms, and sounds that say nothing.</summary>
internal static class WordKinds
{
    private static readonly FrozenSet<string> Fillers = FrozenSet.Create(
        "um", "uh", "er", "erm", "hmm", "mm", "mhm", "ah", "eh", "huh", "uhm");

    private static readonly FrozenDictionary<string, string> Kinds = Table(
        "hi hello hey",
        "can could may might",
        "will would shall",
        "get have obtain",
        "help assist",
        "sorry apologise apologize apologies apology regret",
        "understand realise realize appreciate",
        "worried worry worrying anxious concerned nervous scared afraid frightened concern",
        "frustrating frustrated frustration annoying annoyed upset upsetting",
        "call ring phone telephone dial",
        "fix solve resolve sort",
        "check verify confirm",
        "doctor physician dr clinician",
        "appointment visit slot booking",
        "schedule book arrange",
        "bill invoice statement charge",
        "moment minute second sec",
        "yes yeah yep yup",
        "okay ok alright",
        "difficult hard tough stressful",
        "emergency emergencies",
        "thank thanks",
        "bye goodbye",
        "wait hold",
        "tell explain",
        "speak talk",
        "reason cause",
        "happen occur",
        "anything something",
        "birthday birthdate dob",
        // Sounding the same, they are heard for one another.
        "hear here", "there their", "patience patients", "by buy", "right write", "past passed", "new knew");

    /// <summary>The same by stem: "scheduling", "appointments".</summary>
    private static readonly Lazy<FrozenDictionary<string, string>> StemmedKinds = new(() =>
        Kinds.DistinctBy(pair => WordStem.Of(pair.Key)).ToFrozenDictionary(pair => WordStem.Of(pair.Key), pair => pair.Value));

    private static readonly FrozenDictionary<string, string> Lemmas = Table(
        "be am is are was were been being",
        "have has had having",
        "do does did done doing",
        "go goes went gone going",
        "get gets got gotten getting",
        "say says said",
        "tell tells told",
        "take takes took taken",
        "make makes made",
        "give gives gave given",
        "see sees saw seen",
        "hear hears heard",
        "feel feels felt",
        "know knows knew known",
        "understand understands understood",
        "speak speaks spoke spoken",
        "find finds found",
        "bring brings brought",
        "send sends sent",
        "keep keeps kept",
        "pay pays paid",
        "child children",
        "person people",
        "good better best");

    private static readonly FrozenSet<string> Owners = FrozenSet.Create("my", "your", "our", "his", "her", "their", "me");

    /// <summary>It says whose, or to whom.</summary>
    public static bool IsOwner(string word) => Owners.Contains(word);

    public static bool IsFiller(string word) => Fillers.Contains(word);

    public static string? Lemma(string word) => Lemmas.GetValueOrDefault(word);

    /// <summary>The first word of the group, or empty.</summary>
    public static string Of(string word, string stem) => Kinds.GetValueOrDefault(word) ?? StemmedKinds.Value.GetValueOrDefault(stem, "");

    private static FrozenDictionary<string, string> Table(params string[] groups) =>
        (from line in groups
         let words = line.Split(' ')
         from word in words
         select new KeyValuePair<string, string>(word, words[0])).ToFrozenDictionary();
}
