using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What to do better, the most important first: what was said, the better sentence and why it is better.</summary>
internal static class ImprovementFinder
{
    private const int Most = 6;
    private const int MostOfAKind = 2;

    public static IReadOnlyList<Improvement> Find(CallStory story, IReadOnlyList<BlockerResult> blockers)
    {
        var found = new List<(string Kind, int Weight, Improvement Improvement)>();
        foreach (var blocker in blockers.Where(b => b.Broken))
        {
            found.Add(("blocker", 100, new Improvement(ScoringCategory.Professionalism, blocker.Text, blocker.Evidence?.Quote ?? "", blocker.Better,
                "This rule must hold in every call; broken, the call fails.", blocker.Evidence)
            {
                Effect = "The call no longer fails on this rule, and professionalism keeps 30 points.",
            }));
        }
        Avoided(found, story);
        Feelings(found, story);
        Goals(found, story);
        Manner(found, story);
        Phases(found, story);
        Timing(found, story);
        return [.. found.OrderByDescending(f => f.Weight).ThenBy(f => f.Improvement.Evidence?.Utterance ?? int.MaxValue)
            .GroupBy(f => f.Kind).SelectMany(g => g.Take(MostOfAKind))
            .OrderByDescending(f => f.Weight).ThenBy(f => f.Improvement.Evidence?.Utterance ?? int.MaxValue)
            .Select(f => f.Improvement)
            .DistinctBy(i => (i.Category, i.Evidence?.Utterance, Text: i.Evidence is null ? i.Text : ""))
            .Take(Most)];
    }

    private static void Avoided(List<(string, int, Improvement)> found, CallStory story)
    {
        foreach (var phrase in story.Scenario.Script.Avoid)
        {
            var said = story.Script.Avoided.FirstOrDefault(a => a.PhraseId == phrase.Id);
            if (said is not null && story.EvidenceOf(said.Utterance, said.Said) is { } evidence)
            {
                found.Add(("avoid", 80, new Improvement(ScoringCategory.ScriptAdherence, $"Avoid \"{phrase.Phrase}\"", evidence.Quote, phrase.Better, phrase.Why, evidence)
                {
                    Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("stay")} with you, and script adherence keeps 6 points.",
                }));
            }
        }
    }

    private static void Feelings(List<(string, int, Improvement)> found, CallStory story)
    {
        var moments = EmotionalMoment.Of(story);
        foreach (var moment in moments.Where(m => m.Level == 0 || m.Cold))
        {
            var points = EmpathyScorer.WorthOf(moments.Count, moment);
            var feeling = FeelingWords.Noun(moment.Feeling.Kind);
            found.Add(("feeling", 60 + 5 * moment.Feeling.Strength + (moment.Cold ? 10 : 0), new Improvement(ScoringCategory.Empathy,
                $"Answer {story.Patient.Their} {feeling} before you go on. {story.Patient.CapitalThey} said: \"{moment.Feeling.Quote}\"",
                moment.Reply.Evidence().Quote, BetterWords.ForFeeling(moment.Feeling.Kind),
                "A feeling that is named settles; one that is passed over comes back louder.", moment.Reply.Evidence())
            {
                Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("feel")} heard and {story.Patient.Verb("calm")} down sooner; about {points} points of empathy.",
            }));
        }
    }

    private static void Goals(List<(string, int, Improvement)> found, CallStory story)
    {
        foreach (var goal in story.Scenario.Goals.Where(g => !story.Happened.ContainsKey(g.Id)))
        {
            var raised = story.Decisions.LastOrDefault(d => d.Utterance > 0 && d.Decided.Key.EndsWith(":" + goal.Id, StringComparison.Ordinal));
            var reply = raised.Decided is null ? null : story.Trainee.FirstOrDefault(l => l.Utterance > raised.Utterance);
            var line = reply ?? story.Trainee[^1];
            found.Add(("goal", goal.Required ? 75 : 40, new Improvement(ScoringCategory.ProblemSolving,
                $"{story.Patient.CapitalThey} still {(story.Patient.Plural ? "want" : "wants")}: {goal.Wants}", line.Evidence().Quote,
                BetterWords.ForGoal(story, goal), BetterWords.Ideal(story, goal.Id)?.Why ?? "It is what the call was about.", line.Evidence())
            {
                Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("get")} what the call was for; about {ProblemSolvingScorer.WorthOf(story, goal)} points of problem solving.",
            }));
        }
    }

    private static void Manner(List<(string, int, Improvement)> found, CallStory story)
    {
        foreach (var line in story.Trainee)
        {
            Say(MarkKind.Profane, 90, 45, ScoringCategory.Professionalism, "Keep crude words out of the call.", "I want to get this right for you. Let me look into it.", "One such word is what the patient will remember.");
            Say(MarkKind.Impatient, 70, 12, ScoringCategory.Tone, "This sounded impatient.", "Let me make sure I have this right. You are saying that ...", "Impatience is heard before the words are, and makes the call longer.");
            Say(MarkKind.Irritated, 66, 8, ScoringCategory.Tone, "This sounded irritated.", "I can see that this is not what you hoped for. Let me see what I can do.", "Irritation is catching: it comes back in the next sentence.");
            Say(MarkKind.Blaming, 62, 8, ScoringCategory.Tone, "This puts the blame on the patient.", "Let's see how we can put this right from here.", "Nobody is won over by being told whose fault it is.");
            Say(MarkKind.Dismissive, 58, 6, ScoringCategory.Tone, "This closes the door.", "What I can do for you is ...", "Say what you can do first; a plain no leaves the patient alone with the problem.");
            Say(MarkKind.Casual, 30, 4, ScoringCategory.Professionalism, "A little too casual for a patient.", "Certainly. Let me help you with that.", "Patients trust a practice that sounds like one.");

            void Say(MarkKind kind, int weight, int points, ScoringCategory category, string text, string better, string why)
            {
                if (line.Reading.First(kind) is { } quote)
                {
                    found.Add((kind.ToString(), weight, new Improvement(category, text, quote, better, why, line.Evidence(quote))
                    {
                        Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("hear")} that you are on {story.Patient.Their} side; about {points} points of {CategoryNames.Of(category)}.",
                    }));
                }
            }
        }
    }

    private static void Phases(List<(string, int, Improvement)> found, CallStory story)
    {
        var phases = story.Scenario.Script.Phases;
        for (var i = 0; i < phases.Count; i++)
        {
            var phase = phases[i];
            if (story.Script.Done.ContainsKey(phase.Id) || phase.KeyPhrases.Count == 0)
            {
                continue;
            }
            var place = ScriptScorer.WhereItBelongs(story, i, phases.Count);
            found.Add(("phase", 45, new Improvement(ScoringCategory.ScriptAdherence, $"{phase.Title} was not finished.", place.Quote,
                BetterWords.ForPhase(story, phase), BetterWords.Ideal(story, phase.Id)?.Why ?? "The script has it so that nothing is forgotten.", place)
            {
                Effect = $"The phase counts as done; up to {100 / phases.Count} points of script adherence.",
            }));
        }
    }

    private static void Timing(List<(string, int, Improvement)> found, CallStory story)
    {
        var interruptions = Interplay.Of(story).InterruptionsBy(Party.Trainee);
        if (story.Call.OverlapsHeard && interruptions.Count > 0)
        {
            var line = interruptions[0];
            found.Add(("interruption", 35 + 5 * Math.Min(4, interruptions.Count), new Improvement(ScoringCategory.Timing,
                $"Let {story.Patient.Them} finish before you answer.", line.Evidence().Quote, "Mm-hm. ... Thank you for telling me. May I ask you something about that?",
                "What is cut off comes back, and takes longer.", line.Evidence())
            {
                Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("say")} it once instead of twice; 5 points of timing each time.",
            }));
        }
        foreach (var hold in story.Holds.Where(h => !h.Announced || (h.LengthMs > 45_000 && !h.CheckedBack)))
        {
            if ((hold.Before ?? hold.After) is { } line)
            {
                found.Add(("hold", 38, new Improvement(ScoringCategory.Timing, hold.Announced ? "Check back during a long hold." : "Ask before you put somebody on hold.",
                    line.Evidence().Quote, "May I put you on hold for about a minute while I look that up? ... Thank you for holding; I am still looking.",
                    "Silence without a reason feels like being forgotten.", line.Evidence())
                {
                    Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("wait")} more patiently; about {(hold.Announced ? "8 points of timing" : "6 points of professionalism")}.",
                }));
            }
        }
        var longest = Interplay.Of(story).Monologues().Where(m => m.LengthMs > 25_000).OrderByDescending(m => m.LengthMs).ToList();
        if (longest.Count > 0)
        {
            found.Add(("monologue", 33, new Improvement(ScoringCategory.Timing, "Say it in smaller pieces.", longest[0].First.Evidence().Quote,
                "Let me stop there. Does that make sense so far?", "More than a few sentences at once are not taken in.", longest[0].First.Evidence())
            {
                Effect = $"{story.Patient.CapitalThey} {story.Patient.Verb("follow")} and can ask; about 6 points of timing.",
            }));
        }
    }
}
