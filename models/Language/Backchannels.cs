using System.Collections.Frozen;

namespace RealtimeTraining.Models.Language;

/// <summary>"Mm-hm", "right", "I see": says that one listens and does not take the floor.</summary>
public static class Backchannels
{
    private const int MostWords = 3;

    private static readonly FrozenSet<string> Sounds = FrozenSet.Create(
        "mm", "hm", "mhm", "hmm", "uh", "huh", "um", "oh", "ah", "okay", "ok", "right", "yeah", "yes", "yep", "sure", "i", "see", "alright");

    public static bool Is(SpokenLine line)
    {
        if (line.WordCount > MostWords)
        {
            return false;
        }
        for (var i = 0; i < line.WordCount; i++)
        {
            if (!Sounds.Contains(line.Word(i)))
            {
                return false;
            }
        }
        return true;
    }
}
