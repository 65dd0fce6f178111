using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>
/// The patient interrupts a monologue, and is interrupted itself: what was not heard has not been said. A fact in it
/// has not come out, a wish in it has not been raised, and after a mere "mm-hm" the patient goes on where it was.
/// </summary>
public sealed class Interruptions(MindState mind)
{
    private Reply? _last;
    private string _lastLine = "";
    private List<Reply.Part> _unheard = [];
    private string _heard = "";
    private string _heardBefore = "";
    private int _monologueTurn = -1;

    public bool HasMoreToSay => _unheard.Count > 0;

    public void Said(Reply reply, string line)
    {
        (_last, _lastLine) = (reply, line);
        _heard = _heardBefore = "";
    }

    public Reply? OfMonologue(int spokenMs)
    {
        if (mind.Profile.MonologueMs is not { } limit || spokenMs < limit || _monologueTurn == mind.Memory.Turns)
        {
            return null;
        }
        _monologueTurn = mind.Memory.Turns;
        mind.Mood.Move(MoodTrigger.Monologue);
        var reply = new Reply();
        reply.Add(PatientAct.InterruptMonologue, "generic:interruptMonologue", $"The trainee has talked for {spokenMs / 1000} seconds.",
            mind.Line(PatientAct.InterruptMonologue, "interruptMonologue"));
        return reply;
    }

    public void CutOff(string heardText)
    {
        _heard = $"{_heardBefore} {heardText}";
        if (_last is null || SpokenText.Words(_heard).Length >= SpokenText.Words(_lastLine).Length * 0.9)
        {
            return;
        }
        _unheard = [];
        foreach (var (part, heard) in _last.HeardUpTo(_heard))
        {
            if (heard)
            {
                continue;
            }
            _unheard.Add(part);
            if (part.FactId is not null)
            {
                mind.Facts.TakeBack(part.FactId);
            }
            if (part.GoalId is not null)
            {
                mind.Agenda.NotRaisedAfterAll(part.GoalId);
            }
        }
    }

    /// <summary>It was no interruption: the rest of the line is said after all.</summary>
    public void GoOn()
    {
        foreach (var part in _unheard)
        {
            if (part.FactId is not null)
            {
                mind.Facts.Reveal(part.FactId);
            }
            if (mind.Scenario.Goals.FirstOrDefault(goal => goal.Id == part.GoalId) is { } goal)
            {
                mind.Agenda.Raised(goal, mind.Memory.Turns);
            }
        }
        _unheard = [];
        _heardBefore = _heard;
    }

    /// <summary>Goes on with what was not heard when the trainee only made a sound; otherwise it is dropped.</summary>
    public void Resume(TraineeTurn turn, Reply reply)
    {
        var unheard = _unheard;
        _unheard = [];
        if (unheard.Count == 0 || !turn.IsBackchannel)
        {
            return;
        }
        reply.Add(PatientAct.Resume, "generic:resume", "Was cut off, and goes on.", mind.Mood.IsUpset && mind.Generic("interrupted") is { Length: > 0 } grumble ? grumble : mind.Generic("resume"));
        foreach (var part in unheard)
        {
            reply.Add(PatientAct.Resume, "generic:resume", "", part.Text, part.FactId, part.GoalId);
        }
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (last, lastLine, unheard) = (_last, _lastLine, _unheard);
        var (heard, heardBefore, monologueTurn) = (_heard, _heardBefore, _monologueTurn);
        return Checkpoint.Of(unheard) + (() =>
        {
            (_last, _lastLine, _unheard) = (last, lastLine, unheard);
            (_heard, _heardBefore, _monologueTurn) = (heard, heardBefore, monologueTurn);
        });
    }
}
