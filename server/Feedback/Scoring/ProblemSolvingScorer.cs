using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What the patient got: goals met, what had to be found out, doubts answered, and whether it was made sure of.</summary>
internal sealed class ProblemSolvingScorer : ICategoryScorer
{
    public const int Start = 40;

    public CategoryScore Score(CallStory story)
    {
        if (story.Trainee.Count < 2)
        {
            return ScoreSheet.NotEnough(ScoringCategory.ProblemSolving, story, "Not enough to judge: you said fewer than two things.");
        }
        var sheet = new ScoreSheet(ScoringCategory.ProblemSolving, Start);
        Goals(sheet, story);
        Facts(sheet, story);
        Objections(sheet, story);
        Said(sheet, story, MarkKind.Checked, 5, "You checked that you had understood each other.");
        Said(sheet, story, MarkKind.OpenQuestion, 5, "You asked open questions.");
        Repeats(sheet, story);
        foreach (var blocker in BlockerJudge.Judge(story).Where(b => b.Broken))
        {
            sheet.Add(ScoreDriver.Rules, $"A rule was broken: {blocker.Text}", -15, blocker.Evidence);
        }
        return sheet.Close(story);
    }

    /// <summary>What is required counts twice what is not. All met: 35 up; none: 35 down.</summary>
    private static void Goals(ScoreSheet sheet, CallStory story)
    {
        var whole = story.Scenario.Goals.Sum(Weight);
        foreach (var goal in story.Scenario.Goals)
        {
            var points = 35.0 * Weight(goal) / whole;
            if (story.Happened.TryGetValue(goal.Id, out var utterance))
            {
                sheet.Add(ScoreDriver.Goals, $"{story.Patient.CapitalThey} got what {story.Patient.TheyWere} after: {Lower(goal.Wants)}", points, story.EvidenceOf(utterance) ?? story.Trainee[^1].Evidence());
            }
            else
            {
                sheet.Add(ScoreDriver.Goals, $"{story.Patient.CapitalThey} did not get what {story.Patient.TheyWere} after: {Lower(goal.Wants)}", -points, RaisedAt(story, goal.Id));
            }
        }
    }

    /// <summary>Points between a goal that was not met and one that was.</summary>
    public static int WorthOf(CallStory story, Goal goal) => (int)Math.Round(70.0 * Weight(goal) / story.Scenario.Goals.Sum(Weight));

    private static void Facts(ScoreSheet sheet, CallStory story)
    {
        var needed = story.Scenario.Facts.Where(f => f.Needed).ToList();
        var found = needed.Where(f => story.Happened.ContainsKey(f.Id)).ToList();
        if (needed.Count == 0)
        {
            return;
        }
        if (found.Count > 0)
        {
            sheet.Add(ScoreDriver.Facts, $"You found out {found.Count} of {needed.Count} things that mattered.", 15.0 * found.Count / needed.Count,
                found.Select(f => story.EvidenceOf(story.Happened[f.Id])));
        }
        if (found.Count < needed.Count)
        {
            sheet.Add(ScoreDriver.Facts, $"You did not find out {needed.Count - found.Count} of {needed.Count} things that mattered.",
                -10.0 * (needed.Count - found.Count) / needed.Count, story.Trainee[^1].Evidence());
        }
    }

    private static void Objections(ScoreSheet sheet, CallStory story)
    {
        foreach (var objection in story.Scenario.Objections)
        {
            var raised = story.Decisions.FirstOrDefault(d => d.Decided.Act == PatientAct.Object && d.Decided.Key.EndsWith(":" + objection.Id, StringComparison.Ordinal));
            if (story.Happened.TryGetValue(objection.Id, out var utterance))
            {
                sheet.Add(ScoreDriver.Doubts, $"You answered {story.Patient.Their} doubt.", 5, story.EvidenceOf(utterance));
            }
            else if (raised.Decided is not null)
            {
                sheet.Add(ScoreDriver.Doubts, $"{story.Patient.CapitalThey} kept a doubt that you did not answer.", -5, story.EvidenceOf(raised.Utterance));
            }
        }
    }

    private static void Said(ScoreSheet sheet, CallStory story, MarkKind kind, int points, string text)
    {
        var lines = story.Trainee.Where(l => !l.IsList && l.Reading.Has(kind)).ToList();
        if (lines.Count > 0)
        {
            sheet.Add(kind == MarkKind.Checked ? ScoreDriver.Checking : ScoreDriver.OpenQuestions, text, points, lines.Select(l => l.Evidence(l.Reading.First(kind))));
        }
    }

    private static void Repeats(ScoreSheet sheet, CallStory story)
    {
        var again = story.Decisions.Where(d => d.Decided.Act == PatientAct.Raise && d.Utterance > 0)
            .GroupBy(d => d.Decided.Key, StringComparer.Ordinal).Where(g => g.Count() >= 3).ToList();
        foreach (var key in again)
        {
            sheet.Add(ScoreDriver.Repeats, $"{story.Patient.CapitalThey} had to bring the same thing up {key.Count()} times.", -5, key.Select(d => story.EvidenceOf(d.Utterance)));
        }
    }

    private static Evidence? RaisedAt(CallStory story, string goalId)
    {
        var raised = story.Decisions.LastOrDefault(d => d.Utterance > 0 && d.Decided.Key.EndsWith(":" + goalId, StringComparison.Ordinal));
        return raised.Decided is null ? story.Trainee[^1].Evidence() : story.EvidenceOf(raised.Utterance);
    }

    private static int Weight(Goal goal) => goal.Required ? 2 : 1;

    /// <summary>"To know ..." goes on after a colon; a name or "I" stays as it is.</summary>
    private static string Lower(string text) =>
        text.StartsWith("To ", StringComparison.Ordinal) || text.StartsWith("That ", StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
