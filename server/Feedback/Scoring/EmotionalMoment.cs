using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The patient showed a feeling and the trainee had the next word.</summary>
/// <param name="Level">0 unanswered, 1 acknowledged, 2 named, apologised for or asked about.</param>
/// <param name="Answer">What answered it, or what was said instead.</param>
internal sealed record EmotionalMoment(CallLine Patient, Feeling Feeling, CallLine Reply, int Level, bool Cold, Evidence Answer)
{
    private static readonly MarkKind[] Strong = [MarkKind.NamedFeeling, MarkKind.AskedFeeling, MarkKind.Apology];
    private static readonly MarkKind[] Weak = [MarkKind.Understood, MarkKind.Compassion, MarkKind.Reassurance, MarkKind.Apology, MarkKind.AskedMore];

    public static IReadOnlyList<EmotionalMoment> Of(CallStory story)
    {
        var moments = new List<EmotionalMoment>();
        var worn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var exchange in story.Exchanges)
        {
            var patient = exchange.Patient.Where(l => l.Feeling is not null).MaxBy(l => l.Feeling!.Strength);
            // What a supervisor answered is neither the trainee's merit nor a miss.
            if (patient is not null && exchange.Reply.Count > 0 && !exchange.SupervisorSpoke)
            {
                moments.Add(Judge(patient, exchange.Reply, worn));
            }
        }
        return moments;
    }

    /// <param name="worn">Wordings that have been used: the same stock phrase answers a feeling once.</param>
    private static EmotionalMoment Judge(CallLine patient, IReadOnlyList<CallLine> reply, HashSet<string> worn)
    {
        var cold = reply.FirstOrDefault(l => l.Reading.Irritation > 0 && l.Reading.Marks.Any(IsCold));
        var best = (Level: 0, Line: reply[0], Quote: (string?)null);
        foreach (var line in reply.Where(l => !l.IsList))
        {
            foreach (var mark in line.Reading.Marks)
            {
                var level = LevelOf(mark, line.Reading);
                if (level > 0 && !worn.Add(mark.Quote.ToUpperInvariant()))
                {
                    level = Math.Min(1, level - 1);
                }
                if (level > best.Level)
                {
                    best = (level, line, mark.Quote);
                }
            }
        }
        return new EmotionalMoment(patient, patient.Feeling!, best.Line, best.Level, cold is not null && best.Level < 2,
            best.Quote is null && cold is not null ? cold.Evidence(cold.Reading.Marks.First(IsCold).Quote) : best.Line.Evidence(best.Quote));
    }

    private static int LevelOf(Mark mark, UtteranceReading reading) =>
        mark.Kind is MarkKind.Cared or MarkKind.Interpreted ? mark.Level
        : Strong.Contains(mark.Kind) && (mark.Kind != MarkKind.Apology || reading.EmotionalReaction == 2) ? 2
        : Weak.Contains(mark.Kind) ? 1
        : 0;

    private static bool IsCold(Mark mark) => mark.Kind is MarkKind.Impatient or MarkKind.Blaming or MarkKind.Dismissive or MarkKind.Profane or MarkKind.Irritated;
}
