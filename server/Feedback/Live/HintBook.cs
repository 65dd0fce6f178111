using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Which hint helps most now: a doubt that stands, then the phase that is on, then wishes and what is not known yet.</summary>
internal sealed class HintBook(Scenario scenario, ScriptTracker script)
{
    private readonly HashSet<string> _settled = [];
    private readonly List<string> _doubts = [];
    private readonly List<string> _given = [];

    public void Take(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case GoalMet goal: _settled.Add(goal.GoalId); break;
            case FactRevealed fact: _settled.Add(fact.FactId); break;
            case ObjectionDissolved objection: _settled.Add(objection.ObjectionId); break;
            case PatientDecided { Act: PatientAct.Object } decided: _doubts.Add(decided.Key[(decided.Key.IndexOf(':', StringComparison.Ordinal) + 1)..]); break;
            case HintGiven hint: MarkGiven(hint.Text); break;
            default: break;
        }
    }

    public void MarkGiven(string text)
    {
        _given.Remove(text);
        _given.Add(text);
    }

    public string? Best()
    {
        var open = Open().Distinct().ToList();
        var hints = open.SelectMany(id => scenario.Hints.Where(h => h.When == id)).Select(h => h.Text).ToList();
        return hints.FirstOrDefault(h => !_given.Contains(h)) ?? FromScript() ?? hints.MinBy(_given.IndexOf);
    }

    private IEnumerable<string> Open()
    {
        foreach (var doubt in Enumerable.Reverse(_doubts).Where(d => !_settled.Contains(d)))
        {
            yield return doubt;
        }
        foreach (var phase in scenario.Script.Phases.Where(p => !script.Done.ContainsKey(p.Id)).Take(1))
        {
            yield return phase.Id;
        }
        foreach (var fact in scenario.Facts.Where(f => (f.Needed || f.Identity) && !_settled.Contains(f.Id)))
        {
            yield return fact.Id;
        }
        foreach (var goal in scenario.Goals.Where(g => !_settled.Contains(g.Id)))
        {
            yield return goal.Id;
        }
        foreach (var phase in scenario.Script.Phases.Where(p => !script.Done.ContainsKey(p.Id)).Skip(1))
        {
            yield return phase.Id;
        }
    }

    /// <summary>Without a hint of the author's: the next key phrase.</summary>
    private string? FromScript()
    {
        var next = scenario.Script.Phases.Where(p => !script.Done.ContainsKey(p.Id))
            .SelectMany(p => p.KeyPhrases.Where(k => !script.Used.ContainsKey((p.Id, k.Id))).Select(k => $"Next comes: {p.Title}. You could say: \"{k.Phrase}\""))
            .FirstOrDefault(text => !_given.Contains(text));
        return next;
    }
}
