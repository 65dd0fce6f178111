using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Reviews;

/// <summary>How a moment was answered, read alike in a real call and in a practice call.</summary>
/// <param name="Said">Null: nothing was said.</param>
/// <param name="AfterMs">From the end of the caller's words to the first of the answer; below nought where it spoke over them, null where there was none.</param>
/// <param name="Heard">The words that took up the feeling; null where none did.</param>
/// <param name="Curt">Impatient, blaming, dismissive or coarse words.</param>
public sealed record MomentReply(string? Said, int? AfterMs, string? Heard, IReadOnlyList<string> Curt);

/// <summary>Pure, thread-safe singleton.</summary>
public sealed class MomentReplies(IUtteranceAnalysis analysis)
{
    private static readonly MarkKind[] Feeling =
        [MarkKind.NamedFeeling, MarkKind.Understood, MarkKind.Compassion, MarkKind.Apology, MarkKind.Cared, MarkKind.Interpreted, MarkKind.Reassurance, MarkKind.AskedFeeling];

    private static readonly MarkKind[] CurtKinds = [MarkKind.Impatient, MarkKind.Blaming, MarkKind.Dismissive, MarkKind.Profane];

    public MomentReply Of(MomentExchange moment) =>
        Read([.. moment.Reply.Select(line => line.Text)], moment.Reply.Count > 0 && moment.Caller is { } caller ? moment.Reply[0].StartMs - caller.EndMs : null);

    /// <summary>The patient opens a practice call with the words of the moment: what the trainee says before it speaks again answers them.</summary>
    /// <returns>Null where the patient never spoke.</returns>
    public MomentReply? Of(IReadOnlyList<CallEvent> events)
    {
        var spoken = events.OfType<UtteranceSpoken>().Where(line => line.Party is Party.Trainee or Party.Patient).OrderBy(line => line.StartMs).ToList();
        var opening = spoken.FindIndex(line => line.Party == Party.Patient);
        if (opening < 0)
        {
            return null;
        }
        var reply = spoken.Skip(opening + 1).SkipWhile(line => line.Party == Party.Patient).TakeWhile(line => line.Party == Party.Trainee).ToList();
        return Read([.. reply.Select(line => line.Text)], reply.Count > 0 ? reply[0].StartMs - spoken[opening].EndMs : null);
    }

    private MomentReply Read(IReadOnlyList<string> said, int? afterMs)
    {
        var marks = said.SelectMany(text => analysis.ReadTrainee(SpokenLine.Of(text)).Marks).ToList();
        return new MomentReply(
            said.Count == 0 ? null : string.Join(' ', said), afterMs, marks.FirstOrDefault(mark => Feeling.Contains(mark.Kind))?.Quote,
            [.. marks.Where(mark => CurtKinds.Contains(mark.Kind)).Select(mark => mark.Quote).Distinct()]);
    }
}
