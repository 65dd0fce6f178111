using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>How a line is said: fillers and repairs by the patient's hesitancy, rate and pitch by its mood.</summary>
public sealed class SpeakingStyle(Speaking speaking, SeededRandom random)
{
    private static readonly HashSet<string> MayBeLowered = new(StringComparer.Ordinal)
    {
        "It's", "It", "The", "My", "That", "That's", "We", "They", "He", "She", "You", "And", "But", "So", "No", "Yes", "There", "What", "When", "How", "Not", "Just", "About",
        "On", "In", "At", "Since", "For", "Around", "Maybe", "Some", "A", "Is", "Can", "Could", "Do", "This", "All", "Only", "Like", "Every", "If", "Because", "Probably", "Now", "Oh", "Hold", "Last", "Nobody", "Then", "Still", "Also", "Was", "Are", "Did", "Don't", "Who", "Where", "Why", "Which", "Would", "Will", "Well", "Somebody", "Any", "An", "To", "From", "With", "These", "Those", "Everything", "Nothing", "Something", "Right", "Sure", "Okay", "Two", "Three", "Four", "Five",
    };

    public static (double Rate, double Pitch) Voice(MoodLabel mood, MoodLevels levels) => mood switch
    {
        MoodLabel.Angry => (1.1 + 0.04 * levels.Upset, 1.06),
        MoodLabel.Irritated => (1.05, 1.03),
        MoodLabel.Anxious => (1.06 + 0.04 * levels.Anxiety, 1.05),
        MoodLabel.Relieved => (0.97, 1.0),
        _ => (1.0, 1.0),
    };

    /// <summary>Sometimes a filler or a repair before an answer; an angry patient does not hesitate.</summary>
    public string Hesitate(string line, MoodLabel mood)
    {
        var rate = speaking.Hesitancy * (mood switch { MoodLabel.Angry => 0.1, MoodLabel.Irritated => 0.5, MoodLabel.Anxious => 1.2, _ => 0.8 });
        if (random.NextDouble() >= rate || line.Length == 0)
        {
            return line;
        }
        var first = line.Split(' ')[0];
        if (speaking.Hesitancy > 0.4 && random.Next(3) == 0 && first is "It's" or "The" or "My" or "That's" or "They" or "I" or "I've" or "I'm")
        {
            return $"{first}, uh, {(first.StartsWith('I') && !first.StartsWith("It", StringComparison.Ordinal) ? line : Lower(line))}";
        }
        if (speaking.Fillers.Count == 0 || speaking.Fillers.Any(filler => line.StartsWith(filler, StringComparison.OrdinalIgnoreCase)))
        {
            return line;
        }
        var filler = speaking.Fillers[random.Next(speaking.Fillers.Count)].Trim().TrimEnd(',', '.');
        return filler.Length == 0 ? line : $"{char.ToUpperInvariant(filler[0])}{filler[1..]}, {Lower(line)}";
    }

    /// <summary>The line as it goes on after a comma; names and "I" keep their capital.</summary>
    public static string Lower(string line)
    {
        var first = line.Split(' ')[0].TrimEnd(',', '.', '?', '!');
        return MayBeLowered.Contains(first) || SpokenNumbers.IsNumberWord(first.ToLowerInvariant()) ? char.ToLowerInvariant(line[0]) + line[1..] : line;
    }
}
