using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Finds which of two voices is the member of staff, by how they talk: who thanks for calling, asks who is calling, offers
/// help and asks the questions is; who tells of feelings and of what they need is not. Pure, thread-safe singleton.
/// </summary>
public sealed class RoleFinder(IUtteranceAnalysis analysis)
{
    // Weights by hand: what only staff say counts for several questions.
    private const double OfScript = 3;
    private const double OfQuestion = 1;
    private const double OfManner = 1;
    private const double OfFeeling = 1;
    private const double OfNeed = 1.5;

    /// <summary>A line that begins the call and is no question may be anybody's "hello".</summary>
    private static readonly MarkKind[] Manners = [MarkKind.HoldAsked, MarkKind.Checked, MarkKind.Reassurance, MarkKind.Compassion, MarkKind.AskedMore, MarkKind.AskedFeeling];

    private static readonly PhraseMatcher[] Script =
        [.. from phase in RealCallScript.For(0).Script.Phases from phrase in phase.KeyPhrases select new PhraseMatcher(phrase.Phrase, phrase.Variants)];

    private static readonly PhraseMatcher[] Needs =
    [
        new PhraseMatcher("I am calling about", ["i'm calling because", "i wanted to call", "i was calling to", "i need an appointment", "i need to make an appointment", "i'd like to make an appointment"]),
        new PhraseMatcher("my name is", ["it's my date of birth", "i was born"]),
        new PhraseMatcher("I have had this pain", ["i've been feeling", "i have been having", "it hurts", "it started yesterday"]),
    ];

    /// <param name="lines">What each voice said, in order.</param>
    /// <returns>0 or 1; of two that talk alike, the one who spoke first: who answers the telephone does.</returns>
    public int StaffOf(IReadOnlyList<(int Voice, string Text)> lines)
    {
        Span<double> points = stackalloc double[2];
        foreach (var (voice, text) in lines)
        {
            points[voice == 0 ? 0 : 1] += Points(SpokenLine.Of(text));
        }
        return points[0] == points[1] ? (lines.Count > 0 && lines[0].Voice != 0 ? 1 : 0) : points[0] > points[1] ? 0 : 1;
    }

    private double Points(SpokenLine line)
    {
        var reading = analysis.ReadTrainee(line);
        return OfScript * Script.Count(phrase => phrase.Match(line).Said)
            + OfQuestion * (reading.OpenQuestions + reading.ClosedQuestions)
            + OfManner * Manners.Count(reading.Has)
            - OfFeeling * (analysis.ReadPatient(line)?.Strength ?? 0)
            - OfNeed * Needs.Count(phrase => phrase.Match(line).Said);
    }
}
