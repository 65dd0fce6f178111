using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// The rules that fail a call whatever the average says: those that the log says were broken, and an emergency whose sign
/// came out and was never passed on.
/// </summary>
internal static class BlockerJudge
{
    public static IReadOnlyList<BlockerResult> Judge(CallStory story) =>
        [.. story.Scenario.Blockers.Select(blocker => Judge(story, blocker))];

    private static BlockerResult Judge(CallStory story, Blocker blocker)
    {
        var raised = story.Blockers.FirstOrDefault(b => b.BlockerId == blocker.Id);
        if (raised is not null)
        {
            return Result(story, blocker, raised.Utterance);
        }
        var sign = blocker.Kind == BlockerKind.EmergencyNotEscalated
            ? blocker.Signs.Where(story.Happened.ContainsKey).Select(s => story.Happened[s]).Order().FirstOrDefault()
            : 0;
        return sign > 0 && !Escalated(story, blocker, sign)
            ? Result(story, blocker, sign)
            : new BlockerResult(blocker.Id, blocker.Kind, blocker.Text, false, blocker.Better, null);
    }

    private static BlockerResult Result(CallStory story, Blocker blocker, int utterance) =>
        new(blocker.Id, blocker.Kind, blocker.Text, true, blocker.Better,
            story.EvidenceOf(utterance) ?? story.Lines.LastOrDefault(l => l.Party == Party.Trainee)?.Evidence());

    private static bool Escalated(CallStory story, Blocker blocker, int sign)
    {
        var after = story.Trainee.Where(l => l.Utterance > sign).ToList();
        return blocker.Required.Count == 0
            ? after.Any(l => l.Does(TraineeAct.Escalate))
            : blocker.Required.Any(required => after.Any(line => Meets(story, required, line)));
    }

    private static bool Meets(CallStory story, MetBy required, CallLine line) =>
        (required.Act is null || line.Acts.Any(a => a.Act == required.Act && (required.Topic is null || a.Topic == required.Topic)))
        && (required.Phrases.Count == 0 || new PhraseMatcher(required.Phrases[0], [.. required.Phrases.Skip(1)]).Match(line.Words).Said)
        && required.After.All(story.Happened.ContainsKey);
}
