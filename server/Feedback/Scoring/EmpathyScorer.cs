using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Empathy is answered feelings: of the moments when the patient showed one, how many were named, acknowledged, passed over
/// or met coldly. Words of sympathy that answer nothing earn little, and a list read out earns nothing.
/// </summary>
internal sealed class EmpathyScorer : ICategoryScorer
{
    public const int Start = 50;

    /// <summary>One moment alone moves the score as if it were one of two.</summary>
    private const int FewestMoments = 2;

    public CategoryScore Score(CallStory story)
    {
        var moments = EmotionalMoment.Of(story);
        var offered = Offered(story, moments);
        if (moments.Count == 0 && offered.Count == 0)
        {
            return ScoreSheet.NotEnough(ScoringCategory.Empathy, story,
                $"Not enough to judge: {story.Patient.They} showed no feeling that asked for an answer.");
        }
        var sheet = new ScoreSheet(ScoringCategory.Empathy, Start);
        var share = 1.0 / Math.Max(FewestMoments, moments.Count);
        var their = story.Patient.Their;
        Group(sheet, moments.Where(m => m is { Cold: false, Level: 2 }), 50 * share, n => $"You named or answered {their} feelings {Times(n)}.");
        Group(sheet, moments.Where(m => m is { Cold: false, Level: 1 }), 22 * share, n => $"You acknowledged {their} feelings briefly {Times(n)}.");
        Group(sheet, moments.Where(m => m is { Cold: false, Level: 0 }), -35 * share, n => $"{Times(n, capital: true)} {their} feelings went unanswered.");
        Group(sheet, moments.Where(m => m.Cold), -50 * share, n => $"{Times(n, capital: true)} {their} feelings were met coldly.");
        if (offered.Count > 0)
        {
            sheet.Add(ScoreDriver.OfferedCare, "You showed care without being asked for it.", Math.Min(10, 4 * offered.Count), offered);
        }
        return sheet.Close(story);
    }

    /// <summary>Points between how a moment was answered and a full answer to it.</summary>
    public static int WorthOf(int moments, EmotionalMoment moment) =>
        (int)Math.Round((50 + (moment.Cold ? 50 : 35)) / (double)Math.Max(FewestMoments, moments));

    private static void Group(ScoreSheet sheet, IEnumerable<EmotionalMoment> moments, double points, Func<int, string> text)
    {
        var found = moments.ToList();
        if (found.Count > 0)
        {
            sheet.Add(ScoreDriver.Feelings, text(found.Count), points * found.Count, found.Select(m => m.Answer));
        }
    }

    /// <summary>Care shown outside those moments, one of each kind: the fifth "I understand" is no more than the first.</summary>
    private static List<Evidence> Offered(CallStory story, IReadOnlyList<EmotionalMoment> moments)
    {
        var answered = moments.Select(m => m.Reply.Utterance).ToHashSet();
        return [.. (from line in story.Trainee
                    where !line.IsList && !answered.Contains(line.Utterance)
                    from mark in line.Reading.Marks
                    where mark.Kind is MarkKind.NamedFeeling or MarkKind.AskedFeeling or MarkKind.Compassion
                        || (mark.Kind == MarkKind.Apology && line.Reading.EmotionalReaction == 2)
                    select (mark.Kind, Evidence: line.Evidence(mark.Quote)))
                   .DistinctBy(found => found.Kind).Select(found => found.Evidence)];
    }

    private static string Times(int count, bool capital = false) => count switch
    {
        1 => capital ? "Once" : "once",
        2 => capital ? "Twice" : "twice",
        _ => $"{count} times",
    };
}
