using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The script's phases: done, half done, left out; and what the script asks to avoid.</summary>
internal sealed class ScriptScorer : ICategoryScorer
{
    public const int Start = 40;

    public CategoryScore Score(CallStory story)
    {
        var phases = story.Scenario.Script.Phases;
        if (story.Trainee.Count < 2 || phases.Count == 0)
        {
            return ScoreSheet.NotEnough(ScoringCategory.ScriptAdherence, story,
                phases.Count == 0 ? "Not enough to judge: this scenario has no script." : "Not enough to judge: you said fewer than two things.");
        }
        var sheet = new ScoreSheet(ScoringCategory.ScriptAdherence, Start);
        var avoid = story.Scenario.Script.Avoid.ToDictionary(a => a.Id);
        foreach (var said in story.Script.Avoided.Where(a => avoid.ContainsKey(a.PhraseId)).GroupBy(a => a.PhraseId))
        {
            sheet.Add(ScoreDriver.PhrasesToAvoid, $"You said what the script asks to avoid: \"{avoid[said.Key].Phrase}\"", Math.Max(-12, -6 * said.Count()),
                said.Select(a => story.EvidenceOf(a.Utterance, a.Said)));
        }
        for (var i = 0; i < phases.Count; i++)
        {
            Phase(sheet, story, phases[i], phases.Count, WhereItBelongs(story, i, phases.Count));
        }
        var lists = story.Trainee.Where(l => l.IsList).ToList();
        if (lists.Count > 0)
        {
            sheet.Add(ScoreDriver.ReadingOut, "You read key phrases out as a list instead of saying them where they belong.", -25, lists.Select(l => l.Evidence()));
        }
        return sheet.Close(story);
    }

    /// <summary>Done earns a phase's share of the points up to 100; left out costs its share of the points at the start.</summary>
    private static void Phase(ScoreSheet sheet, CallStory story, ScriptPhase phase, int count, Evidence place)
    {
        var used = story.Script.Used.Where(u => u.Key.Phase == phase.Id).OrderBy(u => u.Value.Utterance).ToList();
        var enough = Math.Max(1, Math.Min(phase.Enough, phase.KeyPhrases.Count));
        var part = story.Script.Done.ContainsKey(phase.Id) ? 1 : Math.Min(1, (double)used.Count / enough);
        var points = part * (100.0 - Start) / count - (1 - part) * Start / count;
        var evidence = used.Select(u => story.EvidenceOf(u.Value.Utterance, u.Value.Quote)).OfType<Evidence>().ToList();
        if (evidence.Count == 0)
        {
            evidence.Add(place);
        }
        sheet.Add(ScoreDriver.Phases, part switch
        {
            >= 1 => $"{phase.Title}: done, with {used.Count} of {phase.KeyPhrases.Count} key phrases.",
            > 0 => $"{phase.Title}: begun, with {used.Count} of the {enough} key phrases it takes.",
            _ => $"{phase.Title}: left out.",
        }, points, evidence);
    }

    /// <summary>About where a phase that was left out should have come.</summary>
    internal static Evidence WhereItBelongs(CallStory story, int phase, int phases) =>
        story.Trainee[phases < 2 ? 0 : phase * (story.Trainee.Count - 1) / (phases - 1)].Evidence();
}
