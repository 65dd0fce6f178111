using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// The one place where a recorded call becomes what the debrief writer reads: the member of staff is the trainee, the
/// caller the patient. What only a scenario could tell is left unjudged. Pure, thread-safe singleton.
/// </summary>
public sealed class ReviewDebrief(IDebriefWriter writer)
{
    private const string NotTold = "Not judged: nobody has told what this call was for. Hear it and judge that yourself.";

    /// <param name="lines">With known speakers, in order.</param>
    /// <param name="silences">The dead air of the call.</param>
    /// <param name="twoSided">Each channel holds one party. Voices told apart in one channel never speak at once.</param>
    public Debrief Write(Guid id, int durationMs, IReadOnlyList<ReviewLine> lines, IReadOnlyList<ReviewMark> silences, bool twoSided)
    {
        var debrief = writer.Write(new CallRecord(new CallId(id), RealCallScript.For(durationMs), Difficulty.Intermediate, Log(durationMs, lines, silences)) { OverlapsHeard = twoSided });
        var unjudged = debrief.Categories.FirstOrDefault(category => category.Category == ScoringCategory.ProblemSolving);
        return debrief with
        {
            Outcome = new OutcomeResult(OutcomeStatus.NotJudged, NotTold, []),
            OverallBecause = debrief.Judged ? "What can be heard in any call, by its weight; whether the matter was solved is not part of it." : debrief.OverallBecause,
            Categories = [.. debrief.Categories.Select(category =>
                category == unjudged ? category with { Score = null, Letter = null, Because = NotTold, Observations = [] } : category)],
            Strengths = [.. debrief.Strengths.Where(strength => unjudged?.Observations.Contains(strength) != true)],
            Improvements = [.. debrief.Improvements.Where(improvement => improvement.Category != ScoringCategory.ProblemSolving)],
        };
    }

    private static List<CallEvent> Log(int durationMs, IReadOnlyList<ReviewLine> lines, IReadOnlyList<ReviewMark> silences)
    {
        List<CallEvent> events = [new CallAnswered()];
        foreach (var line in lines)
        {
            events.Add(new UtteranceSpoken(
                line.Speaker == Speaker.Staff ? Party.Trainee : Party.Patient, line.Number, line.Text, line.StartMs, line.EndMs,
                Typed: false, line.Confidence, InterruptedOther: lines.Any(other => TalkOver.Interrupts(line, other)))
            { AtMs = line.EndMs, Words = line.Words, Voice = line.Voice });
        }
        events.AddRange(silences.Select(silence => new DeadAirNoticed(silence.EndMs - silence.StartMs) { AtMs = silence.EndMs }));
        events.Add(new CallEnded(EndReason.TraineeHungUp, "") { AtMs = durationMs });
        return [.. events.OrderBy(happened => happened.AtMs).Select((happened, i) => happened with { Seq = i + 1 })];
    }
}
