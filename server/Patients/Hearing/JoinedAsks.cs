using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>"May I have your full name and date of birth" asks for two things: the second stands in the shade of the first one's question.</summary>
public static class JoinedAsks
{
    private const int LongestTail = 7;
    private const float SureFrom = 0.5f;
    private static readonly string[] Links = ["and", "plus"];
    private static readonly string[] Possessives = ["your", "the", "a", "also", "her", "his", "their"];

    public static IEnumerable<UnderstoodAct> Split(IEnumerable<UnderstoodAct> acts, ScenarioLanguage own)
    {
        foreach (var act in acts)
        {
            if (act.Act == TraineeAct.Ask && TrySplit(act, own) is { } parts)
            {
                yield return parts.First;
                yield return parts.Second;
            }
            else
            {
                yield return act;
            }
        }
    }

    private static (UnderstoodAct First, UnderstoodAct Second)? TrySplit(UnderstoodAct act, ScenarioLanguage own)
    {
        var words = act.Text.Split(' ');
        var link = Array.FindLastIndex(words, word => Links.Contains(word));
        if (link < 1 || link == words.Length - 1 || words.Length - link - 1 > LongestTail)
        {
            return null;
        }
        var head = string.Join(' ', words[..link]);
        var tail = words[(link + 1)..].SkipWhile(word => Possessives.Contains(word)).ToArray();
        if (tail.Length == 0 || TopicOf(head, own) is not { } first || TopicOf($"may i have your {string.Join(' ', tail)}", own) is not { } second || first == second)
        {
            return null;
        }
        return (act with { Topic = first, Text = head }, act with { Topic = second, Text = string.Join(' ', words[(link + 1)..]) });
    }

    private static string? TopicOf(string text, ScenarioLanguage own)
    {
        var words = new HeardWords(text);
        var judged = new PieceJudge(words, own).Judge(0, words.Count);
        return judged.Act == TraineeAct.Ask && judged.Confidence >= SureFrom ? judged.Topic : null;
    }
}
