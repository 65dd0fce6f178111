using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Finds the moments of a recorded call that a coach would want to hear. Pure, thread-safe singleton.</summary>
public sealed class MomentFinder(IUtteranceAnalysis analysis)
{
    /// <summary>Longer, and the caller wonders whether anybody is there.</summary>
    public const int DeadAirMs = 5_000;

    private static readonly (MarkKind Kind, string Text)[] Curt =
    [
        (MarkKind.Impatient, "This sounds impatient"), (MarkKind.Blaming, "This blames the caller"),
        (MarkKind.Dismissive, "This brushes the caller off"), (MarkKind.Profane, "This is coarse"),
    ];

    /// <summary>When nobody spoke, between the first word and the last.</summary>
    public static IReadOnlyList<ReviewMark> Silences(IReadOnlyList<ReviewLine> lines)
    {
        var silences = new List<ReviewMark>();
        var spokenUntil = lines.Count == 0 ? 0 : lines[0].StartMs;
        foreach (var line in lines.OrderBy(line => line.StartMs))
        {
            var ms = line.StartMs - spokenUntil;
            if (ms >= DeadAirMs)
            {
                silences.Add(new ReviewMark(ReviewMarkKind.DeadAir, spokenUntil, line.StartMs, null, $"Nobody spoke for {Seconds(ms)}.", null));
            }
            spokenUntil = Math.Max(spokenUntil, line.EndMs);
        }
        return silences;
    }

    /// <summary>All marks in the order of time.</summary>
    /// <param name="debrief">Null where nobody knows who speaks: then only silences are found.</param>
    public IReadOnlyList<ReviewMark> Find(IReadOnlyList<ReviewLine> lines, IReadOnlyList<ReviewMark> silences, Debrief? debrief)
    {
        if (debrief is null)
        {
            return silences;
        }
        var byNumber = lines.ToDictionary(line => line.Number);
        List<(ReviewLine Line, Feeling? Feeling)> heard = [.. lines.Select(line => (line, line.Speaker == Speaker.Staff ? null : analysis.ReadPatient(SpokenLine.Of(line.Text))))];
        var marks = new List<ReviewMark>([.. silences, .. TalkOvers(lines), .. Avoided(debrief, byNumber), .. Missed(debrief, byNumber), .. Identity(debrief, byNumber), .. Rising(heard, debrief)]);
        marks.AddRange(heard.SelectMany(said => said.Line.Speaker == Speaker.Staff ? CurtWords(said.Line) : Shown(said.Line, said.Feeling, marks)));
        return [.. marks.OrderBy(mark => mark.StartMs).ThenBy(mark => mark.Kind)];
    }

    private static IEnumerable<ReviewMark> TalkOvers(IReadOnlyList<ReviewLine> lines) =>
        from line in lines
        let other = lines.FirstOrDefault(other => TalkOver.Interrupts(line, other))
        where other is not null
        select new ReviewMark(ReviewMarkKind.TalkOver, line.StartMs, Math.Min(line.EndMs, other.EndMs), line.Number,
            line.Speaker == Speaker.Staff ? "Staff spoke over the caller." : "The caller spoke over staff.",
            line.Speaker == Speaker.Staff ? "Wait for the end, then begin with what they said." : null);

    private static IEnumerable<ReviewMark> Avoided(Debrief debrief, Dictionary<int, ReviewLine> lines) =>
        from phrase in debrief.PhrasesToAvoid
        from said in phrase.Said
        where lines.ContainsKey(said.Utterance)
        select Mark(ReviewMarkKind.PhraseToAvoid, lines[said.Utterance], $"\"{said.Quote}\": {phrase.Why}", phrase.Better);

    private static IEnumerable<ReviewMark> Missed(Debrief debrief, Dictionary<int, ReviewLine> lines) =>
        from chance in debrief.MissedChances
        where chance.Kind == MissedKind.Empathy && chance.Evidence is not null && lines.ContainsKey(chance.Evidence.Utterance)
        select Mark(ReviewMarkKind.EmpathyMissed, lines[chance.Evidence!.Utterance], $"A feeling was left unanswered. {chance.What}", chance.Better);

    private static IEnumerable<ReviewMark> Identity(Debrief debrief, Dictionary<int, ReviewLine> lines) =>
        from phrase in debrief.Phrases
        where phrase.PhaseId == RealCallScript.IdentityPhase && phrase.Evidence is not null && lines.ContainsKey(phrase.Evidence.Utterance)
        select Mark(ReviewMarkKind.IdentityChecked, lines[phrase.Evidence!.Utterance], $"Asked who is calling: \"{phrase.Evidence.Quote}\"", null);

    private IEnumerable<ReviewMark> CurtWords(ReviewLine line)
    {
        var reading = analysis.ReadTrainee(SpokenLine.Of(line.Text));
        return from curt in Curt
               let quote = reading.First(curt.Kind)
               where quote is not null
               select Mark(ReviewMarkKind.Curt, line, $"{curt.Text}: \"{quote}\"", null);
    }

    /// <summary>Against the first time: as plain in words, or in a voice raised above how the caller began. What they go on saying unanswered is one time.</summary>
    private static IEnumerable<ReviewMark> Rising(IEnumerable<(ReviewLine Line, Feeling? Feeling)> heard, Debrief debrief)
    {
        var raised = debrief.Numbers.OtherVoice.Where(point => point.LoudnessDb > VoiceReader.RaisedDb).Select(point => point.Utterance).ToHashSet();
        (Feeling Feeling, int AtMs)? first = null;
        var answered = false;
        foreach (var (line, shown) in heard)
        {
            answered |= line.Speaker == Speaker.Staff;
            if (shown is not { Kind: FeelingKind.Frustration } feeling)
            {
                continue;
            }
            var loud = raised.Contains(line.Number);
            if (first is { } before && answered && (loud || feeling.Strength >= before.Feeling.Strength))
            {
                yield return Mark(
                    ReviewMarkKind.RisingIrritation, line, $"The caller is irritated again{(loud ? ", louder than they began" : "")}: \"{feeling.Quote}\". First at {TimeSpan.FromMilliseconds(before.AtMs):m\\:ss}.",
                    "Say what you hear in it before you go on: \"I can hear how frustrating this has been.\"");
            }
            first ??= (feeling, line.StartMs);
            answered = false;
        }
    }

    /// <summary>A feeling that was missed, or is shown again, is marked as that, not twice.</summary>
    private static IEnumerable<ReviewMark> Shown(ReviewLine line, Feeling? feeling, List<ReviewMark> marks) =>
        feeling is not null && !marks.Exists(mark => mark.Kind is ReviewMarkKind.EmpathyMissed or ReviewMarkKind.RisingIrritation && mark.Line == line.Number)
            ? [Mark(ReviewMarkKind.FeelingShown, line, $"The caller showed {feeling.Kind.ToString().ToLowerInvariant()}: \"{feeling.Quote}\"", null)]
            : [];

    private static ReviewMark Mark(ReviewMarkKind kind, ReviewLine line, string text, string? better) => new(kind, line.StartMs, line.EndMs, line.Number, text, better);

    private static string Seconds(int ms) => $"{Math.Round(ms / 1_000.0)} seconds";
}
