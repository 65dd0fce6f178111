using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How the call went from its greeting to its closing: pacing, transitions, and who led.</summary>
internal static class CourseReader
{
    /// <summary>Fewer things brought up say nothing about who led.</summary>
    private const int FewestInitiatives = 4;

    private const double LongGreeting = 0.3, LongClosing = 0.35, Lead = 0.6;

    public static FlowSummary Read(CallStory story) => new(Parts(story), Transitions(story), WhoLed(story));

    private static List<PartPace> Parts(CallStory story)
    {
        var closing = Began(story, FlowPart.Closing);
        var issue = Began(story, FlowPart.Issue) ?? story.Trainee.Skip(1).Select(l => (int?)l.StartMs).FirstOrDefault();
        var parts = new List<PartPace>();
        var issueMs = Math.Clamp(issue ?? story.EndMs, story.AnsweredMs, story.EndMs);
        var closingMs = Math.Clamp(closing ?? story.EndMs, issueMs, story.EndMs);
        Add(FlowPart.Greeting, story.AnsweredMs, issueMs, share => share > LongGreeting ? "Long: come to the point of the call sooner." : "At a good pace.");
        Add(FlowPart.Issue, issueMs, closingMs, _ => issue is null ? "Not reached." : "The body of the call.");
        Add(FlowPart.Closing, closingMs, story.EndMs, share => closing is null ? "Left out: the call ended without one." : share > LongClosing ? "Long: it began before everything was settled." : "At a good pace.");
        return parts;

        void Add(FlowPart part, int startMs, int endMs, Func<double, string> comment)
        {
            var share = story.DurationMs == 0 ? 0 : Math.Round((double)(endMs - startMs) / story.DurationMs, 2);
            parts.Add(new PartPace(part, startMs, endMs, share, comment(share)));
        }
    }

    /// <summary>The first phrase of a part. A closing that is followed by more of the issue was none yet.</summary>
    private static int? Began(CallStory story, FlowPart part)
    {
        var said = Said(story);
        var lastOfIssue = said.Where(s => s.Phase.Part == FlowPart.Issue).Select(s => s.Line.StartMs).DefaultIfEmpty(-1).Max();
        return said.Where(s => s.Phase.Part == part && (part != FlowPart.Closing || s.Line.StartMs >= lastOfIssue)).Select(s => (int?)s.Line.StartMs).Min();
    }

    private static List<FlowTransition> Transitions(CallStory story)
    {
        var phases = story.Scenario.Script.Phases.Select((phase, i) => (phase.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var transitions = new List<FlowTransition>();
        var firsts = Said(story).GroupBy(s => s.Phase.Id).Select(g => g.MinBy(s => s.Line.StartMs)).OrderBy(s => s.Line.StartMs).ThenBy(s => phases[s.Phase.Id]).ToList();
        for (var i = 1; i < firsts.Count; i++)
        {
            var (from, to) = (firsts[i - 1], firsts[i]);
            var (before, after) = (phases[from.Phase.Id], phases[to.Phase.Id]);
            var comment = after == before + 1 ? (from.Line == to.Line ? "In one breath." : "In order.")
                : after > before ? $"Skipped {story.Scenario.Script.Phases[before + 1].Title}{(after - before > 2 ? " and more" : "")}."
                : "Went back.";
            transitions.Add(new FlowTransition(from.Phase.Title, to.Phase.Title, after == before + 1, comment, to.Line.Evidence(to.Quote)));
        }
        return transitions;
    }

    private static CallLead WhoLed(CallStory story)
    {
        var mine = story.Trainee.Count(l => l.Reading.OpenQuestions + l.Reading.ClosedQuestions > 0 || l.Reading.Has(MarkKind.Order));
        var theirs = story.Lines.Count(l => l.Party == Party.Patient && !l.CutOff
            && (l.Text.Contains('?', StringComparison.Ordinal) || story.Decisions.Any(d => d.Utterance == l.Utterance && d.Decided.Act is PatientAct.Raise or PatientAct.Object)));
        var who = story.Patient;
        if (mine + theirs < FewestInitiatives)
        {
            return new CallLead(null, $"Not enough to say: between you, only {mine + theirs} things were asked.");
        }
        var share = Math.Round((double)mine / (mine + theirs), 2);
        var asked = $"You asked or requested something {mine} times, {who.They} {theirs} times";
        return new CallLead(share, share >= Lead ? $"You led the call. {asked}."
            : share <= 1 - Lead ? $"{who.CapitalThey} led the call. {asked}; ask for the next thing before {who.They} {(who.Plural ? "have" : "has")} to."
            : $"You shared the lead. {asked}.");
    }

    private static List<(ScriptPhase Phase, CallLine Line, string Quote)> Said(CallStory story) =>
        [.. from used in story.Script.Used
            let phase = story.Scenario.Script.Phases.FirstOrDefault(p => p.Id == used.Key.Phase)
            let line = story.LineOf(used.Value.Utterance)
            where phase is not null && line is not null
            select (phase, line, line.Text.Contains(used.Value.Quote, StringComparison.Ordinal) ? used.Value.Quote : "")];
}
