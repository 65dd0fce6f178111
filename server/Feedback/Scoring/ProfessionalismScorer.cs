using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Saying who one is, knowing who one talks to, the rules, clean language, holds announced, a proper end.</summary>
internal sealed class ProfessionalismScorer : ICategoryScorer
{
    public const int Start = 75;

    public CategoryScore Score(CallStory story)
    {
        if (story.Trainee.Count < 2)
        {
            return ScoreSheet.NotEnough(ScoringCategory.Professionalism, story, "Not enough to judge: you said fewer than two things.");
        }
        var sheet = new ScoreSheet(ScoringCategory.Professionalism, Start);
        Introduction(sheet, story);
        Identity(sheet, story);
        Ending(sheet, story);
        Language(sheet, story, MarkKind.Casual, -4, -12, "Too casual for a patient.");
        Language(sheet, story, MarkKind.Profane, -25, -50, "Words that have no place in a call with a patient.");
        foreach (var hold in story.Holds.Where(h => !h.Announced))
        {
            sheet.Add(ScoreDriver.Holds, $"You put {story.Patient.Them} on hold without asking.", -6, (hold.Before ?? hold.After)?.Evidence());
        }
        foreach (var blocker in BlockerJudge.Judge(story).Where(b => b.Broken))
        {
            sheet.Add(ScoreDriver.Rules, $"A rule was broken: {blocker.Text}", -30, blocker.Evidence);
        }
        return sheet.Close(story);
    }

    private static void Introduction(ScoreSheet sheet, CallStory story)
    {
        if (story.Introduction is { } introduced)
        {
            sheet.Add(ScoreDriver.Introduction, "You said who you are.", 9, introduced.Evidence(introduced.Reading.First(MarkKind.SelfIntroduction)));
        }
        else
        {
            sheet.Add(ScoreDriver.Introduction, "You did not say who you are.", -6, story.Trainee[0].Evidence());
        }
    }

    private static void Identity(ScoreSheet sheet, CallStory story)
    {
        var identity = story.Scenario.Facts.Where(f => f.Identity).ToList();
        if (identity.Count > 0 && identity.All(f => story.Happened.ContainsKey(f.Id)))
        {
            sheet.Add(ScoreDriver.Identity, $"You made sure who {story.Patient.They} {(story.Patient.Plural ? "are" : "is")}.", 8, identity.Select(f => story.EvidenceOf(story.Happened[f.Id])));
        }
    }

    private static void Ending(ScoreSheet sheet, CallStory story)
    {
        var closing = story.Trainee.TakeLast(3).LastOrDefault(l => l.Reading.Has(MarkKind.Farewell) || l.Does(TraineeAct.Close));
        if (closing is not null)
        {
            sheet.Add(ScoreDriver.Ending, "You ended the call properly.", 8, closing.Evidence(closing.Reading.First(MarkKind.Farewell)));
        }
        else if (story.Ended?.Reason == EndReason.TraineeHungUp)
        {
            sheet.Add(ScoreDriver.Ending, "You hung up without a goodbye.", -12, story.Trainee[^1].Evidence());
        }
        if (story.Ended?.Reason == EndReason.PatientHungUp)
        {
            sheet.Add(ScoreDriver.Ending, $"{story.Patient.CapitalThey} hung up on you.", -10, story.Lines[^1].Evidence());
        }
    }

    private static void Language(ScoreSheet sheet, CallStory story, MarkKind kind, double each, double most, string text)
    {
        var found = story.Trainee.Where(l => l.Reading.Has(kind)).ToList();
        if (found.Count > 0)
        {
            sheet.Add(ScoreDriver.Language, text, Math.Max(most, each * found.Count), found.Select(l => l.Evidence(l.Reading.First(kind))));
        }
    }
}
