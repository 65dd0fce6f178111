using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Reached, partly or missed, from what came about; a broken rule fails it.</summary>
internal static class OutcomeJudge
{
    public static OutcomeResult Judge(CallStory story, bool judged, IReadOnlyList<BlockerResult> blockers)
    {
        var items = story.Scenario.Outcomes.Select(o => Item(story, o)).ToList();
        if (!judged)
        {
            return new OutcomeResult(OutcomeStatus.NotJudged, "The call was too short to say.", items);
        }
        if (blockers.FirstOrDefault(b => b.Broken) is { } broken)
        {
            return new OutcomeResult(OutcomeStatus.Missed, $"A rule that must hold was broken: {broken.Text}", items);
        }
        var open = story.Scenario.Goals.Where(g => g.Required && !story.Happened.ContainsKey(g.Id)).ToList();
        var reached = items.Count(i => i.Reached);
        var met = story.Scenario.Goals.Any(g => story.Happened.ContainsKey(g.Id));
        if (reached == items.Count && open.Count == 0)
        {
            return new OutcomeResult(OutcomeStatus.Reached, "Everything that should be true at the end of the call is.", items);
        }
        var missing = items.FirstOrDefault(i => !i.Reached)?.Text ?? open[0].Wants;
        return reached > 0 || met
            ? new OutcomeResult(OutcomeStatus.Partly, $"{reached} of {items.Count} reached. Still open: {missing}", items)
            : new OutcomeResult(OutcomeStatus.Missed, $"Nothing that the call was for came about. Open: {missing}", items);
    }

    private static OutcomeItem Item(CallStory story, Outcome outcome)
    {
        var reached = outcome.Needs.All(story.Happened.ContainsKey);
        var last = reached ? outcome.Needs.Select(n => story.Happened[n]).DefaultIfEmpty(0).Max() : 0;
        return new OutcomeItem(outcome.Id, outcome.Text, reached, story.EvidenceOf(last));
    }
}
