using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Pace, answering promptly, letting the patient finish, silence, holds and length.</summary>
internal sealed class TimingScorer : ICategoryScorer
{
    public const int Start = 70;

    private const int PromptMs = 1500;
    private const int SlowMs = 3500;
    private const int LongHoldMs = 45_000;
    private const int MonologueMs = 25_000;

    public CategoryScore Score(CallStory story)
    {
        var spoken = story.Trainee.Where(l => !l.Typed).ToList();
        if (spoken.Count < 2)
        {
            return ScoreSheet.NotEnough(ScoringCategory.Timing, story,
                story.Trainee.Count < 2 ? "Not enough to judge: you said fewer than two things." : "Not enough to judge: you typed, so pace and pauses say nothing.");
        }
        var sheet = new ScoreSheet(ScoringCategory.Timing, Start);
        Responses(sheet, story);
        Pace(sheet, spoken);
        Hurry(sheet, story);
        Interruptions(sheet, story);
        TalkRatio(sheet, story);
        Silence(sheet, story);
        Holds(sheet, story);
        Length(sheet, story);
        return sheet.Close(story);
    }

    private static void Responses(ScoreSheet sheet, CallStory story)
    {
        var responses = Interplay.Of(story).Responses();
        if (responses.Count < 2)
        {
            return;
        }
        var median = Medians.Of(responses.Select(r => (double)r.Ms));
        var slowest = responses.OrderByDescending(r => r.Ms).Take(3).ToList();
        if (median <= PromptMs)
        {
            sheet.Add(ScoreDriver.Responses, $"You answered promptly, after {Seconds(median)} as a rule.", 12, responses.OrderBy(r => r.Ms).Take(3).Select(r => r.Line.Evidence()));
        }
        else if (median > SlowMs)
        {
            sheet.Add(ScoreDriver.Responses, $"{story.Patient.CapitalThey} waited {Seconds(median)} for an answer as a rule.", -10, slowest.Select(r => r.Line.Evidence()));
        }
    }

    private static void Pace(ScoreSheet sheet, List<CallLine> spoken)
    {
        var paces = spoken.Select(l => (Line: l, Pace: CallMeasures.WordsPerMinute(l))).Where(p => p.Pace is not null).ToList();
        if (paces.Count < 2)
        {
            return;
        }
        var median = Medians.Of(paces.Select(p => p.Pace!.Value));
        var (text, points) = median switch
        {
            > 210 => ("You spoke fast", -10),
            > 190 => ("You spoke a little fast", -5),
            < 80 => ("You spoke slowly", -5),
            _ => ("You spoke at an easy pace", 8),
        };
        sheet.Add(ScoreDriver.Pace, $"{text}, about {Math.Round(median / 5) * 5:0} words a minute.", points,
            paces.OrderByDescending(p => Math.Abs(p.Pace!.Value - 145) * Math.Sign(-points)).Take(3).Select(p => p.Line.Evidence()));
    }

    /// <summary>Faster than the same person began: hurry is heard against one's own pace.</summary>
    private static void Hurry(ScoreSheet sheet, CallStory story)
    {
        var paced = VoiceReader.Read(story.Trainee).Where(p => p.Pace is not null).ToList();
        var hurried = paced.Where(p => p.Pace > VoiceReader.HurriedPace).ToList();
        if (hurried.Count >= 3 && 2 * hurried.Count >= paced.Count)
        {
            sheet.Add(ScoreDriver.Pace, "You hurried: most of what came later was much faster than your first lines.", -6, hurried.Select(p => story.EvidenceOf(p.Utterance)));
        }
    }

    private static void Interruptions(ScoreSheet sheet, CallStory story)
    {
        if (!story.Call.OverlapsHeard)
        {
            sheet.LeaveOut($"Not measured: whether you let {story.Patient.Them} finish. In one channel it can hardly be heard when both speak at once.");
            return;
        }
        var interruptions = Interplay.Of(story).InterruptionsBy(Party.Trainee);
        if (interruptions.Count > 0)
        {
            sheet.Add(ScoreDriver.Interruptions, $"You spoke over {story.Patient.Them} {Count(interruptions.Count)}.", Math.Max(-25, -5 * interruptions.Count), interruptions.Select(l => l.Evidence()));
        }
        else if (story.Exchanges.Count(e => e.Patient.Count > 0) >= 3)
        {
            sheet.Add(ScoreDriver.Interruptions, $"You let {story.Patient.Them} finish, every time.", 5, story.Exchanges.Where(e => e.Patient.Count > 0).Take(2).Select(e => e.Reply.Count > 0 ? e.Reply[0].Evidence() : null));
        }
    }

    private static void TalkRatio(ScoreSheet sheet, CallStory story)
    {
        var numbers = CallMeasures.Of(story);
        var monologues = Interplay.Of(story).Monologues().Where(m => m.LengthMs > MonologueMs).ToList();
        if (monologues.Count > 0)
        {
            sheet.Add(ScoreDriver.TalkShare, $"You spoke for {Seconds(monologues.Max(m => m.LengthMs))} without a break.", Math.Max(-12, -6 * monologues.Count), monologues.Select(m => m.First.Evidence()));
        }
        if (numbers.TalkRatio is > 0.75)
        {
            sheet.Add(ScoreDriver.TalkShare, $"You did {numbers.TalkRatio * 100:0} % of the talking.", -6, story.Trainee.OrderByDescending(l => l.LengthMs).Take(2).Select(l => l.Evidence()));
        }
        else if (numbers.TalkRatio is >= 0.3)
        {
            sheet.Add(ScoreDriver.TalkShare, "Both of you had room to talk.", 5, story.Trainee.Take(1).Select(l => l.Evidence()));
        }
    }

    private static void Silence(ScoreSheet sheet, CallStory story)
    {
        if (story.DeadAirs.Count > 0)
        {
            sheet.Add(ScoreDriver.Silence, $"The line went silent {Count(story.DeadAirs.Count)}.", Math.Max(-20, -6 * story.DeadAirs.Count),
                story.DeadAirs.Select(d => (story.Lines.LastOrDefault(l => l.StartMs <= d.AtMs) ?? story.Trainee[0]).Evidence()));
        }
    }

    private static void Holds(ScoreSheet sheet, CallStory story)
    {
        var longHolds = story.Holds.Where(h => h.LengthMs > LongHoldMs && !h.CheckedBack).ToList();
        if (longHolds.Count > 0)
        {
            sheet.Add(ScoreDriver.Holds, $"You left {story.Patient.Them} on hold for {Seconds(longHolds.Max(h => h.LengthMs))} without checking back.", Math.Max(-16, -8 * longHolds.Count),
                longHolds.Select(h => (h.Before ?? h.After ?? story.Trainee[0]).Evidence()));
        }
    }

    private static void Length(ScoreSheet sheet, CallStory story)
    {
        var target = story.Scenario.TargetSeconds * 1000.0;
        if (target > 0 && story.DurationMs > 1.5 * target)
        {
            sheet.Add(ScoreDriver.Length, $"The call took {Minutes(story.DurationMs)}; {Minutes(target)} was the aim.", -6, story.Trainee[^1].Evidence());
        }
    }

    private static string Seconds(double ms) => $"{(ms / 1000).ToString(ms < 10_000 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture)} s";

    private static string Minutes(double ms) => $"{(ms / 60_000).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)} minutes";

    private static string Count(int count) => count == 1 ? "once" : count == 2 ? "twice" : $"{count} times";
}
