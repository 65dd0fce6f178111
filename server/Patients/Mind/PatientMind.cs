using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <inheritdoc />
public sealed class PatientMind : IPatientMind
{
    private readonly MindState _mind;
    private readonly IUtteranceUnderstanding _understanding;
    private readonly IReadOnlyList<ActExamples> _added;
    private readonly TurnDecider _decider;
    private readonly DeadAir _deadAir;
    private readonly Interruptions _interruptions;

    /// <summary>Undoes the last turn that was heard; null where something else has happened since.</summary>
    private Action? _unhear;

    private bool _over;

    public PatientMind(Scenario scenario, Difficulty difficulty, int seed, IReadOnlyList<ActExamples> addedPhrasings, IUtteranceUnderstanding understanding)
    {
        _mind = new MindState(scenario, difficulty, seed);
        (_understanding, _added) = (understanding, addedPhrasings);
        _decider = new TurnDecider(_mind);
        _deadAir = new DeadAir(_mind);
        _interruptions = new Interruptions(_mind);
    }

    public MoodLabel Mood => _mind.Mood.Label;

    public string? AskedFor { get; private set; }

    /// <summary>The levels as they stand.</summary>
    public MoodLevels Levels => _mind.Mood.Levels;

    /// <summary>How many objections are held at this level.</summary>
    public int Objections => _mind.Objections.Count;

    public PatientDecision Open()
    {
        var reply = new Reply();
        reply.Add(PatientAct.Open, "opening", "Picks up.", _mind.Lines.Of(_mind.Scenario.Opening, _mind.Mood.Label));
        return Finish(reply, [], reportMood: true);
    }

    public PatientDecision Hear(HeardTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var heard = turn;
        if (turn.Before is { } before && _unhear is { } unhear)
        {
            unhear();
            heard = turn with { Text = $"{before} {turn.Text}" };
        }
        if (_over)
        {
            return Gone();
        }
        var kept = Keep();
        var understood = _understanding.Understand(heard.Text, new UnderstandingContext(_mind.Scenario, AskedFor, _added));
        var match = MetByMatcher.Of(_mind.Scenario).Match(heard.Text, understood.Acts);
        // What was understood of the words before stands in the log already.
        var acts = turn.Before is { } told ? [.. understood.Acts.Where(act => turn.Text.Contains(act.Text, StringComparison.Ordinal) || !told.Contains(act.Text, StringComparison.Ordinal))] : understood.Acts;
        List<CallEvent> events = [new UtteranceUnderstood(turn.Utterance, acts, understood.Confidence)];
        (_mind.Memory.Turns, _mind.Memory.LastUtterance) = (_mind.Memory.Turns + 1, turn.Utterance);
        _mind.Memory.GaveAMoment = false;
        _deadAir.SomebodySpoke();
        var reply = _decider.Decide(new TraineeTurn(heard, understood, match), AskedFor, _interruptions, events);
        var decision = Finish(reply, events);
        _unhear = kept;
        return decision;
    }

    public TentativeDecision Try(HeardTurn turn)
    {
        var unhear = _unhear;
        var undo = Keep() + (() => _unhear = unhear);
        return new TentativeDecision(Hear(turn), undo);
    }

    public PatientDecision? Silence(int silenceMs) =>
        !_over && _deadAir.Notice(silenceMs) is { } reply ? Finish(reply, []) : null;

    public PatientDecision? Monologue(int spokenMs) =>
        !_over && _interruptions.OfMonologue(spokenMs) is { } reply ? Finish(reply, []) : null;

    public void HoldChanged(bool onHold, int heldMs)
    {
        _unhear = null;
        _deadAir.Hold(onHold, heldMs);
    }

    public void CutOff(string heardText)
    {
        ArgumentNullException.ThrowIfNull(heardText);
        _interruptions.CutOff(heardText);
    }

    public void GoOn()
    {
        _unhear = null;
        _interruptions.GoOn();
    }

    /// <summary>Puts everything back to how it is now, but for what the last turn undoes: turns that hold on to each other would never be forgotten.</summary>
    private Action Keep()
    {
        var (askedFor, over) = (AskedFor, _over);
        return _mind.Keep() + _decider.Keep() + _deadAir.Keep() + _interruptions.Keep() + (() => (AskedFor, _over) = (askedFor, over));
    }

    /// <summary>Closes a decision: facts in its words come out, the mood settles, the line is one that was not said before.</summary>
    private PatientDecision Finish(Reply reply, List<CallEvent> events, bool reportMood = false)
    {
        _mind.Mood.Pass(_mind.Agenda.Solved);
        _mind.Mood.Settle(_mind.Agenda.AllRequiredMet);
        var reports = new List<CallEvent>();
        if (_mind.Mood.Report(reportMood) is { } moved)
        {
            reports.Add(moved);
        }
        var told = reply.Parts.Select(part => part.FactId).OfType<string>().ToList();
        told.AddRange(_mind.Facts.HeardIn(reply.Line).Select(fact => fact.Id).Where(id => !told.Contains(id)));
        reports.AddRange(told.Where(_mind.Facts.Reveal).Select(id => new FactRevealed(id, _mind.Memory.LastUtterance)));
        // Understood, mood, facts; then goals, objections and blockers as the turn brought them; the decision last.
        var understood = events.TakeWhile(callEvent => callEvent is UtteranceUnderstood).ToList();
        var happened = events.Skip(understood.Count).OrderBy(callEvent => callEvent switch { GoalMet => 0, ObjectionDissolved => 1, _ => 2 });
        var line = UniqueLine(reply);
        var act = reply.Act ?? PatientAct.Wait;
        var key = reply.Key.Length > 0 ? reply.Key : "generic:wait";
        var why = reply.Why.Length > 0 ? reply.Why : "Waits.";
        _interruptions.Said(reply, line);
        _unhear = null;
        _deadAir.PatientSpoke();
        _mind.LastLine = line.Length > 0 ? line : _mind.LastLine;
        AskedFor = reply.AskedFor;
        _over = reply.EndsCall;
        var (rate, pitch) = SpeakingStyle.Voice(_mind.Mood.Label, _mind.Mood.Levels);
        return new PatientDecision
        {
            Act = act,
            Key = key,
            Line = line,
            Why = why,
            Mood = _mind.Mood.Label,
            Rate = Math.Round(rate, 3),
            Pitch = pitch,
            Events = [.. understood, .. reports, .. happened, new PatientDecided(act, key, why)],
            MayReveal = [.. _mind.Facts.Revealed.Order(StringComparer.Ordinal)],
            EndsCall = reply.EndsCall,
        };
    }

    private string UniqueLine(Reply reply)
    {
        var line = reply.Line;
        // A part alone was noted when it was picked; a line of several parts has not been said unless it all was.
        return line.Length == 0 || reply.Parts.Count == 1 || _mind.Lines.Note(line) ? line : _mind.Lines.Of([line], _mind.Mood.Label);
    }

    private PatientDecision Gone() => new()
    {
        Act = PatientAct.Wait, Key = "generic:gone", Line = "", Why = "The call is over.", Mood = Mood, EndsCall = true,
        Events = [new PatientDecided(PatientAct.Wait, "generic:gone", "The call is over.")],
    };
}
