using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What was there to be had: a feeling to answer, a wish to meet, something to find out, a bridge to build. With the points it would have brought.</summary>
internal static class MissedChanceFinder
{
    private const int Most = 8;

    public static IReadOnlyList<MissedChance> Find(CallStory story)
    {
        var found = new List<MissedChance>();
        var moments = EmotionalMoment.Of(story);
        var share = 85 / Math.Max(2, moments.Count);
        found.AddRange(moments.Where(m => m.Level == 0).Select(m => new MissedChance(MissedKind.Empathy,
            $"{story.Patient.CapitalThey} showed {FeelingWords.Noun(m.Feeling.Kind)}: \"{m.Feeling.Quote}\"",
            BetterWords.ForFeeling(m.Feeling.Kind), share, m.Patient.Evidence(m.Feeling.Quote))));
        var weight = Math.Max(1, story.Scenario.Goals.Sum(g => g.Required ? 2 : 1));
        found.AddRange(story.Scenario.Goals.Where(g => !story.Happened.ContainsKey(g.Id)).Select(g => new MissedChance(MissedKind.Resolution,
            g.Wants, BetterWords.ForGoal(story, g), 70 * (g.Required ? 2 : 1) / weight, RaisedAt(story, g.Id))));
        var needed = story.Scenario.Facts.Where(f => f.Needed).ToList();
        found.AddRange(needed.Where(f => !story.Happened.ContainsKey(f.Id)).Select(f => new MissedChance(MissedKind.Information,
            $"You did not find out about the {BetterWords.Humanised(f.Topic)}.", BetterWords.ForFact(story, f), 25 / needed.Count, null)));
        if (story.Trainee.Count > 0 && story.Introduction is null)
        {
            found.Add(new MissedChance(MissedKind.Rapport, $"{story.Patient.CapitalThey} never heard who you are.",
                BetterWords.ForOpening(story), 15, story.Trainee[0].Evidence()));
        }
        return [.. found.OrderByDescending(m => m.HowMuch).ThenBy(m => m.Evidence?.Utterance ?? int.MaxValue).Take(Most)];
    }

    private static Evidence? RaisedAt(CallStory story, string goalId)
    {
        var raised = story.Decisions.FirstOrDefault(d => d.Utterance > 0 && d.Decided.Key.EndsWith(":" + goalId, StringComparison.Ordinal));
        return raised.Decided is null ? null : story.EvidenceOf(raised.Utterance);
    }
}
