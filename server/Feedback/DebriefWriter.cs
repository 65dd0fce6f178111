using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Puts the debrief together from what each scorer and reader finds. No clock, no chance, no language model: the same log
/// gives the same debrief. Thread-safe.
/// </summary>
public sealed class DebriefWriter(IUtteranceAnalysis analysis) : IDebriefWriter
{
    /// <summary>In the order of <see cref="ScoringCategory"/>.</summary>
    private static readonly ICategoryScorer[] Scorers =
        [new ToneScorer(), new EmpathyScorer(), new ScriptScorer(), new TimingScorer(), new ProblemSolvingScorer(), new ProfessionalismScorer()];

    public Debrief Write(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var story = new CallStoryReader(analysis).Read(call);
        var tooShort = CallNotes.TooShort(story);
        var blockers = BlockerJudge.Judge(story);
        var categories = tooShort is null ? Scorers.Select(s => s.Score(story)).ToList() : Unjudged(story, tooShort);
        var overall = OverallScore.Of(categories);
        return new Debrief
        {
            CallId = call.CallId,
            Judged = tooShort is null,
            Outcome = OutcomeJudge.Judge(story, tooShort is null, blockers),
            Overall = overall,
            Letter = overall is { } score ? Letters.Of(score) : null,
            OverallBecause = tooShort ?? OverallScore.Because(categories),
            Categories = categories,
            Strengths = [.. categories.SelectMany(c => c.Observations).Where(o => o.Impact > 0).OrderByDescending(o => o.Impact).Take(3)],
            Improvements = tooShort is null ? ImprovementFinder.Find(story, blockers) : [],
            MissedChances = tooShort is null ? MissedChanceFinder.Find(story) : [],
            KeyMoments = KeyMomentFinder.Find(categories),
            Ideal = tooShort is null ? IdealReader.Compare(story, blockers) : null,
            Course = tooShort is null ? CourseReader.Read(story) : null,
            Phrases = FlowReader.Phrases(story),
            PhrasesToAvoid = FlowReader.Avoided(story),
            Flow = FlowReader.Read(story),
            Blockers = blockers,
            Numbers = CallMeasures.Of(story),
            Listening = tooShort is null ? ListeningReader.Read(story, LanguageModels.Shared) : null,
            Notes = CallNotes.Of(story, tooShort),
            PractiseNext = NextStep.Of(categories, blockers, tooShort),
        };
    }

    private static List<CategoryScore> Unjudged(CallStory story, string because) =>
        [.. Enum.GetValues<ScoringCategory>().Select(category => ScoreSheet.NotEnough(category, story, because))];
}
