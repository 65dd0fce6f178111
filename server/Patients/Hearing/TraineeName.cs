using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>Finds what the trainee is called: "this is maria at riverside".</summary>
public static class TraineeName
{
    private static readonly string[][] Before =
        [["my", "name", "is"], ["name", "is"], ["this", "is"], ["speaking", "with"], ["speaking", "to"], ["i", "am"], ["it", "is"], ["you", "have", "got"]];

    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "not", "your", "my", "our", "doctor", "doctor's", "missus", "mister", "ms", "mr", "sir", "ma'am", "someone", "about", "in", "on", "at", "with", "here", "very", "really", "just",
        "going", "calling", "speaking", "is", "it", "what", "how", "why", "because", "where", "regarding", "concerning", "for", "from", "to", "of", "and", "but", "so", "too", "also", "terrible", "awful",
        "crazy", "unacceptable", "important", "urgent", "serious", "great", "good", "all", "that", "this", "there", "always", "never", "still", "only", "quite", "hard", "easy", "looking", "wondering",
        "trying", "afraid", "glad", "happy", "certain", "sure", "able", "unable", "aware", "guessing", "new", "back", "ready", "confused", "concerned", "worried", "sorry", "asking", "telling", "seeing",
        "showing", "checking", "hearing", "getting", "making", "having", "putting", "writing", "reading", "pulling", "typing", "sending", "working", "thinking", "hoping", "listening", "transferring",
        "recorded", "being", "done", "right", "correct", "true", "okay", "fine", "no", "yes", "one", "please", "if", "something", "everything", "nothing", "anything", "more", "less", "him", "her", "them",
    };

    private static readonly HashSet<string> KnownNames = new(StringComparer.Ordinal) { "maria", "john", "lee", "smith" };

    /// <summary>The name with a capital, or null.</summary>
    public static string? Find(HeardWords words, int start, int end)
    {
        var heard = words.Expanded(start, end);
        foreach (var before in Before)
        {
            var at = ActCues.Find(heard, before);
            if (at >= 0 && at + before.Length < heard.Count && IsName(heard[at + before.Length], sure: before[0] is "my" or "name" or "speaking"))
            {
                return Capital(heard[at + before.Length]);
            }
        }
        var last = heard.FindLastIndex(word => word is "speaking" or "here");
        return last > 0 && last == heard.Count - 1 && last <= 4 && IsName(heard[last - 1], sure: heard[last] == "speaking") ? Capital(heard[last - 1]) : null;
    }

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    public static bool IsName(string word, bool sure) =>
        word.Length is >= 2 and <= 14 && word.All(c => char.IsLetter(c) || c == '\'') && !NoNames.Contains(word)
        && (KnownNames.Contains(word) || !GenericLanguage.Shared.Weights.Knows(PhraseFeatures.WordId(word)))
        && (sure || !(word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal)));
}
