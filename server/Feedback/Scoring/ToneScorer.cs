using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How the trainee sounds: courteous, warm, impatient, louder than usual, and how the patient's mood went along.</summary>
internal sealed class ToneScorer : ICategoryScorer
{
    public const int Start = 70;

    /// <summary>From here on a request is a polite one: above the middle of what people ask of strangers.</summary>
    private const double Polite = 0.1;

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
        Add(sheet, lines, MarkKind.Irritated, -8, -24, "You sounded irritated.");
        Add(sheet, lines, MarkKind.Blaming, -8, -16, "You put the blame on the other side.");
        Add(sheet, lines, MarkKind.Dismissive, -6, -18, "You sounded dismissive.");
        Add(sheet, lines, MarkKind.Profane, -20, -40, "You used crude words.");
        Mood(sheet, story);
        Voice(sheet, story);
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
            sheet.Add(each > 0 ? ScoreDriver.Warmth : ScoreDriver.Coldness, text, points, found.Select(f => f.Line.Evidence(f.Quote)));
        }
    }

    private static void Courtesy(ScoreSheet sheet, IReadOnlyList<CallLine> lines)
    {
        var asked = lines.Where(l => l.Reading.ClosedQuestions + l.Reading.OpenQuestions > 0 || l.Reading.Has(MarkKind.Order)).ToList();
        if (asked.Count == 0)
        {
            return;
        }
        var polite = asked.Where(l => l.Reading.Politeness > Polite).ToList();
        var curt = asked.Where(l => l.Reading.Has(MarkKind.Order) && !l.Reading.Has(MarkKind.Courtesy)).ToList();
        if (polite.Count > 0)
        {
            sheet.Add(ScoreDriver.Courtesy, "You asked politely.", 10.0 * polite.Count / asked.Count,
                polite.Select(l => l.Evidence(l.Reading.First(MarkKind.Courtesy) ?? l.Reading.First(MarkKind.SoftRequest))));
        }
        if (curt.Count > 0)
        {
            sheet.Add(ScoreDriver.Courtesy, "You gave orders where a request would do.", Math.Max(-12, -4 * curt.Count), curt.Select(l => l.Evidence(l.Reading.First(MarkKind.Order))));
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
            sheet.Add(ScoreDriver.PatientMood, $"{story.Patient.CapitalThey} calmed down in the course of the call.", Math.Min(8, 20 * change), evidence);
        }
        else if (change <= -0.1)
        {
            sheet.Add(ScoreDriver.PatientMood, $"{story.Patient.CapitalThey} became more upset in the course of the call.", Math.Max(-8, 20 * change), evidence);
        }
    }

    /// <summary>Louder, fainter or flatter than the same person's first utterances; nothing where there are too few to tell.</summary>
    private static void Voice(ScoreSheet sheet, CallStory story)
    {
        var points = VoiceReader.Read(story.Trainee);
        var raised = points.Where(p => p.LoudnessDb > VoiceReader.RaisedDb).ToList();
        if (raised.Count > 0)
        {
            sheet.Add(ScoreDriver.Voice, "You raised your voice above your own usual level.", Math.Max(-9, -3 * raised.Count), Evidence(raised));
        }
        var faded = points.Where(p => p.LoudnessDb < VoiceReader.FadedDb).ToList();
        if (Lasts(faded, points))
        {
            sheet.Add(ScoreDriver.Voice, "Your voice faded: you ended much quieter than you began.", -4, Evidence(faded));
        }
        var moving = points.Where(p => p.Movement is not null).ToList();
        var flat = moving.Where(p => p.Movement < VoiceReader.FlatMovement).ToList();
        if (Lasts(flat, moving))
        {
            sheet.Add(ScoreDriver.Voice, "Your voice became monotone: its pitch moved less than half as far as in your first lines.", -5, Evidence(flat));
        }

        IEnumerable<Evidence?> Evidence(IEnumerable<VoicePoint> of) => of.Select(p => story.EvidenceOf(p.Utterance));
    }

    /// <summary>One line may sound like anything; half of them, and at least three, do not by chance.</summary>
    private static bool Lasts(List<VoicePoint> found, IReadOnlyCollection<VoicePoint> all) => found.Count >= 3 && 2 * found.Count >= all.Count;
}
