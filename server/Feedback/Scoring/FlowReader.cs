using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>When each phase of the script took place and what of it was said.</summary>
internal static class FlowReader
{
    public static IReadOnlyList<PhaseResult> Read(CallStory story)
    {
        var phases = story.Scenario.Script.Phases;
        var results = new List<PhaseResult>();
        var latest = -1;
        foreach (var phase in phases)
        {
            var lines = story.Script.Used.Where(u => u.Key.Phase == phase.Id)
                .Select(u => story.LineOf(u.Value.Utterance)).OfType<CallLine>().OrderBy(l => l.StartMs).ToList();
            int? start = lines.Count > 0 ? lines[0].StartMs : null;
            int? end = lines.Count > 0 ? lines.Max(l => l.EndMs) : null;
            var done = story.Script.Done.ContainsKey(phase.Id);
            var early = start < latest;
            results.Add(new PhaseResult(phase.Id, phase.Title, phase.Part, done, start, end, lines.Count, phase.KeyPhrases.Count, Comment(done, lines, early)));
            latest = Math.Max(latest, start ?? latest);
        }
        return results;
    }

    public static IReadOnlyList<PhraseResult> Phrases(CallStory story) =>
        [.. from phase in story.Scenario.Script.Phases
            from phrase in phase.KeyPhrases
            let used = story.Script.Used.TryGetValue((phase.Id, phrase.Id), out var found) ? found : default
            select new PhraseResult(phase.Id, phrase.Id, phrase.Phrase, used.Utterance > 0, used.Utterance > 0 ? story.EvidenceOf(used.Utterance, used.Quote) : null)];

    public static IReadOnlyList<AvoidedPhraseResult> Avoided(CallStory story) =>
        [.. story.Scenario.Script.Avoid.Select(phrase => new AvoidedPhraseResult(phrase.Id, phrase.Phrase, phrase.Why, phrase.Better,
            [.. story.Script.Avoided.Where(a => a.PhraseId == phrase.Id).Select(a => story.EvidenceOf(a.Utterance, a.Said)).OfType<Evidence>()]))];

    private static string Comment(bool done, List<CallLine> lines, bool early) =>
        lines.Any(l => l.IsList) ? "Read out as a list with other phases."
        : early ? "Came earlier than the script has it."
        : done ? "Done."
        : lines.Count > 0 ? "Begun, not finished."
        : "Left out.";
}
