using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>A silence at which a policy has to decide: a pause inside a turn, or the end of one.</summary>
/// <param name="Conversation">Its number; what was learnt from it must not be tested on it.</param>
/// <param name="IsEnd">The other takes over.</param>
/// <param name="PauseMs">How long the speaker paused; 0 at an end.</param>
/// <param name="TurnNumber">Which turn of the conversation.</param>
/// <param name="Turn">What is known when the silence begins.</param>
/// <param name="Written">The words with the marks and capitals of who wrote them down.</param>
public sealed record TurnPoint(int Conversation, bool IsEnd, double PauseMs, int TurnNumber, TurnSoFar Turn, string Written)
{
    /// <summary>Shorter silences are stops and breaths; no detector takes them for a pause.</summary>
    public const double ShortestPauseMs = 200;

    /// <summary>After longer ones the speaker did not pause but was left without an answer.</summary>
    public const double LongestPauseMs = 5_000;

    /// <summary>Where the other began earlier than this before the end, the speaker was interrupted, and nobody waited for an end.</summary>
    public const double LongestOverlapMs = 1_000;

    /// <summary>In the order of the conversations.</summary>
    public static IReadOnlyList<TurnPoint> Of(IReadOnlyList<Conversation> conversations)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        return [.. conversations.SelectMany((conversation, number) => Of(conversation, number))];
    }

    /// <summary>Who said what, turn by turn.</summary>
    internal static List<(bool Leads, string Text)> Script(Conversation conversation) =>
        [.. Turns(Floor(conversation.Segments)).Select(turn => (DoesLead(turn[0].Who), string.Join(' ', turn.Select(segment => segment.Text))))];

    private static bool DoesLead(string who) => who is not ("patient" or "caller" or "customer" or "user");

    private static IEnumerable<TurnPoint> Of(Conversation conversation, int number)
    {
        var turns = Turns(Floor(conversation.Segments));
        for (var t = 0; t < turns.Count; t++)
        {
            var (turn, said, pauses) = (turns[t], "", 0);
            var other = t > 0 ? string.Join(' ', turns[t - 1].Select(segment => segment.Text)).Trim() : "";
            for (var s = 0; s < turn.Count; s++)
            {
                said = $"{said} {turn[s].Text}".Trim();
                var next = s + 1 < turn.Count ? turn[s + 1] : t + 1 < turns.Count ? turns[t + 1][0] : null;
                if (next is null)
                {
                    break;
                }
                var (gap, isEnd) = (next.StartMs - turn[s].EndMs, s + 1 == turn.Count);
                var words = SpokenText.Normalise(said);
                var known = words.Length > 0 && (isEnd ? gap >= -LongestOverlapMs : gap is >= ShortestPauseMs and <= LongestPauseMs);
                if (known)
                {
                    yield return new TurnPoint(number, isEnd, isEnd ? 0 : gap, t, new TurnSoFar(words, (int)(turn[s].EndMs - turn[0].StartMs))
                    {
                        OtherSaid = other,
                        Leads = DoesLead(turn[0].Who),
                        PausesBefore = pauses,
                    }, said);
                }
                pauses += gap >= ShortestPauseMs ? 1 : 0;
            }
        }
    }

    /// <summary>Without what was said wholly while the other spoke: a listener's "mm-hm" does not take the floor.</summary>
    internal static IReadOnlyList<Segment> Floor(IReadOnlyList<Segment> segments) =>
        [.. segments.Where(segment => !segments.Any(other => other.Who != segment.Who && other.StartMs <= segment.StartMs && other.EndMs >= segment.EndMs
            && (other.StartMs < segment.StartMs || other.EndMs > segment.EndMs)))];

    private static List<List<Segment>> Turns(IReadOnlyList<Segment> segments)
    {
        var turns = new List<List<Segment>>();
        foreach (var segment in segments)
        {
            if (turns.Count > 0 && turns[^1][0].Who == segment.Who)
            {
                turns[^1].Add(segment);
            }
            else
            {
                turns.Add([segment]);
            }
        }
        return turns;
    }
}
