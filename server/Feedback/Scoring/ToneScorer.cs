using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How the trainee sounds: courteous, warm, impatient, louder than usual, and how the patient's mood went along.</summary>
internal sealed class ToneScorer : ICategoryScorer
{
    public const int Start = 70;

    /// <summary>That much above the person's own usual level is a raised voice.</summary>
    private const double RaisedDb = 8;
    private const int BaselineLines = 3;

    public CategoryScore Score(CallStory story)
    {
        var lines = story.Trainee;
        if (lines.Count < 2)
        {
            return ScoreSheet.NotEnough(ScoringCategory.Tone, story, "Not enough to judge: you said fewer than two things.");
        }
        var sheet = new ScoreSheet(ScoringCategory.Tone, Start);
        Add(sheet, lines, MarkKind.Greeting, 4, 4, "You greeted warmly.");
        Add(sheet, lines, MarkKind.Warm, 4, 8, "Your words were warm.");
        Courtesy(sheet, lines);
        Add(sheet, lines, MarkKind.Impatient, -12, -36, "You sounded impatient.");
        Add(sheet, lines, MarkKind.Blaming, -8, -16, "You put the blame on the other side.");
        Add(sheet, lines, MarkKind.Dismissive, -6, -18, "You sounded dismissive.");
        Add(sheet, lines, MarkKind.Profane, -20, -40, "You used crude words.");
        Mood(sheet, story);
        RaisedVoice(sheet, lines);
        return sheet.Close(story);
    }

    /// <summary>Each kind of wording counts once: saying the same again is neither warmer nor colder than before, but coldness is felt each time.</summary>
    private static void Add(ScoreSheet sheet, IReadOnlyList<CallLine> lines, MarkKind kind, double each, double most, string text)
    {
        var found = (from line in lines
                     where !line.IsList
                     from mark in line.Reading.Marks
                     where mark.Kind == kind
                     select (Line: line, mark.Quote)).ToList();
        var count = each > 0
            ? found.DistinctBy(f => f.Quote.ToUpperInvariant()).Count()
            : found.Select(f => f.Line.Utterance).Distinct().Count();
        if (count > 0)
        {
            var points = each > 0 ? Math.Min(most, each * count) : Math.Max(most, each * count);
            sheet.Add(text, points, found.Select(f => f.Line.Evidence(f.Quote)));
        }
    }

    private static void Courtesy(ScoreSheet sheet, IReadOnlyList<CallLine> lines)
    {
        var asked = lines.Where(l => l.Reading.ClosedQuestions + l.Reading.OpenQuestions > 0 || l.Reading.Has(MarkKind.Order)).ToList();
        if (asked.Count == 0)
        {
            return;
        }
        var polite = asked.Where(l => l.Reading.Politeness > 0).ToList();
        var curt = asked.Where(l => l.Reading.Has(MarkKind.Order) && !l.Reading.Has(MarkKind.Courtesy)).ToList();
        if (polite.Count > 0)
        {
            sheet.Add("You asked politely.", 10.0 * polite.Count / asked.Count,
                polite.Select(l => l.Evidence(l.Reading.First(MarkKind.Courtesy) ?? l.Reading.First(MarkKind.SoftRequest))));
        }
        if (curt.Count > 0)
        {
            sheet.Add("You gave orders where a request would do.", Math.Max(-12, -4 * curt.Count), curt.Select(l => l.Evidence(l.Reading.First(MarkKind.Order))));
        }
    }

    private static void Mood(ScoreSheet sheet, CallStory story)
    {
        if (story.Moods.Count == 0)
        {
            return;
        }
        var (last, utterance) = story.Moods[^1];
        var change = story.Scenario.Mood.Upset - last.Levels.Upset;
        var evidence = story.Lines.LastOrDefault(l => l.Party == Party.Patient)?.Evidence() ?? story.EvidenceOf(utterance);
        if (change >= 0.1)
        {
            sheet.Add($"{story.Patient.CapitalThey} calmed down in the course of the call.", Math.Min(8, 20 * change), evidence);
        }
        else if (change <= -0.1)
        {
            sheet.Add($"{story.Patient.CapitalThey} became more upset in the course of the call.", Math.Max(-8, 20 * change), evidence);
        }
    }

    private static void RaisedVoice(ScoreSheet sheet, IReadOnlyList<CallLine> lines)
    {
        var heard = lines.Where(l => l.Spoken.Voice is not null).ToList();
        if (heard.Count <= BaselineLines)
        {
            return;
        }
        var usual = Medians.Of(heard.Take(BaselineLines).Select(l => l.Spoken.Voice!.LevelDbfs));
        var raised = heard.Skip(BaselineLines).Where(l => l.Spoken.Voice!.LevelDbfs > usual + RaisedDb).ToList();
        if (raised.Count > 0)
        {
            sheet.Add("You raised your voice.", Math.Max(-9, -3 * raised.Count), raised.Select(l => l.Evidence()));
        }
    }
}
