using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>One decision a turn, by the order of what matters most to somebody on the telephone.</summary>
public sealed class TurnDecider(MindState mind)
{
    private const double UnderstoodFrom = 0.4;
    private const double PatienceGone = 0.04;
    private const double PatienceLow = 0.16;

    private readonly Answers _answers = new(mind);
    private readonly Reactions _reactions = new(mind);
    private readonly Bargain _bargain = new(mind);
    private readonly OwnThings _own = new(mind);
    private bool _warned;
    private int _closes;

    public Reply Decide(TraineeTurn turn, string? askedFor, Interruptions interruptions, List<CallEvent> events)
    {
        var reply = new Reply();
        events.AddRange(mind.Blockers.Hear(turn.Match, turn.Acts, mind.Facts, mind.Known, turn.Heard, turn.SaysFarewell));
        TurnFeelings.Feel(turn, mind, askedFor);
        var readBack = ReadBack(turn, reply);
        _bargain.Hear(turn, reply, events);
        mind.Mood.Settle(mind.Agenda.AllRequiredMet);
        if (HangsUp(reply))
        {
            return reply;
        }
        var understood = turn.Confidence >= UnderstoodFrom || !reply.IsEmpty || (interruptions.HasMoreToSay && turn.IsBackchannel);
        if (mind.Blockers.GetsWorse)
        {
            reply.Add(PatientAct.Worsen, "generic:worsen", "An emergency is being missed.", mind.Line(PatientAct.Worsen, "worsen"));
        }
        else if (!understood && !TurnFeelings.IsRude(turn.Heard.Text))
        {
            NotUnderstood(reply);
            return reply;
        }
        mind.Memory.NotUnderstood = 0;
        interruptions.Resume(turn, reply);
        Say(turn, reply, readBack);
        Warn(reply);
        _own.Add(turn, reply);
        return reply;
    }

    private void Say(TraineeTurn turn, Reply reply, bool readBack)
    {
        if (TurnFeelings.IsRude(turn.Heard.Text))
        {
            reply.Add(PatientAct.Escalate, "generic:reactRude", "Was spoken to rudely.", mind.Line(PatientAct.Escalate, "reactRude"));
            return;
        }
        if (mind.Blockers.JustHandled && reply.IsEmpty)
        {
            reply.Add(PatientAct.Accept, "generic:emergencyHandled", "The emergency is taken seriously.", mind.Generic("emergencyHandled"));
        }
        if (turn.SaysFarewell && !turn.Asks.Any(ask => ask.Topic != Topics.AnythingElse))
        {
            Close(reply);
            return;
        }
        var before = reply.Parts.Count;
        // What has just settled something was said to do that, unless it is plainly a question as well.
        var settled = reply.Acts.Exists(act => act is PatientAct.Accept or PatientAct.Soften);
        if (!settled || turn.Asks.Any(ask => ActCues.BeginsQuestion(HeardWords.Expand(ask.Text))))
        {
            _answers.Answer(turn, reply);
        }
        if (reply.Parts.Count > before && before == 0)
        {
            _reactions.Lead(turn, reply);
        }
        if (reply.IsEmpty && turn.Asks.Any(ask => ask.Topic == Topics.AnythingElse))
        {
            AnythingElse(reply);
        }
        if (reply.IsEmpty && !readBack)
        {
            _reactions.React(turn, reply);
        }
        if (reply.Act is null)
        {
            reply.Add(PatientAct.Acknowledge, "generic:reactTell", "Nothing to answer.", mind.Line(PatientAct.Acknowledge, "reactTell"));
        }
    }

    private bool ReadBack(TraineeTurn turn, Reply reply)
    {
        var given = mind.Scenario.Facts.Where(mind.Facts.IsRevealed).Reverse();
        var check = ReadBackCheck.Check(turn.Heard.Text, given);
        if (check.Verdict == ReadBackCheck.Verdict.Wrong)
        {
            mind.Mood.Move(MoodTrigger.WrongReadBack, check.Fact!.Id);
            mind.Lines.Slot("right", check.Right);
            mind.Lines.Slot("wrong", check.Wrong);
            reply.Add(PatientAct.Correct, $"correct:{check.Fact.Id}", $"Read back wrongly: {check.Fact.Id}.", mind.Line(PatientAct.Correct, "correct"));
            return true;
        }
        if (check.Verdict == ReadBackCheck.Verdict.Right && !turn.Asks.Any() && turn.Acts.All(act => act.Act is TraineeAct.CheckUnderstanding or TraineeAct.Tell or TraineeAct.Thank))
        {
            mind.Mood.Move(MoodTrigger.CheckedUnderstanding, check.Fact!.Id);
            reply.Add(PatientAct.Acknowledge, "generic:confirm", $"Read back rightly: {check.Fact.Id}.", mind.Lines.Of(LineBook.Lines("confirm", mind.Mood.Label), mind.Mood.Label));
            return true;
        }
        return false;
    }

    private void NotUnderstood(Reply reply)
    {
        mind.Mood.Move(MoodTrigger.NotUnderstood);
        if (++mind.Memory.NotUnderstood % 2 == 1)
        {
            reply.Add(PatientAct.NotUnderstood, "generic:notUnderstood", "Could not make out what was said.", mind.Line(PatientAct.NotUnderstood, "notUnderstood"));
            return;
        }
        reply.Add(PatientAct.SayNeed, "generic:sayNeed", "Could not make it out again, so says what it needs.", mind.Lines.Of(LineBook.Lines("sayNeed", mind.Mood.Label), mind.Mood.Label));
        if ((mind.Agenda.OpenRequired ?? mind.Agenda.Open.FirstOrDefault()) is { } goal)
        {
            reply.Add(PatientAct.SayNeed, $"goal:{goal.Id}", "", _answers.GoalLine(goal), goalId: goal.Id);
        }
    }

    private void AnythingElse(Reply reply)
    {
        if (mind.Agenda.OpenRequired is { } open)
        {
            _answers.RaiseGoal(reply, "Asked whether there is anything else.", open);
        }
        else if (_bargain.SecondThoughts() is { } doubted)
        {
            Doubt(doubted, reply);
        }
        else
        {
            reply.Add(PatientAct.Thank, "generic:nothingElse", "There is nothing else.", mind.Line(PatientAct.Thank, "nothingElse"));
        }
    }

    private void Close(Reply reply)
    {
        if (mind.Agenda.OpenRequired is { } open && _closes++ < 2 && mind.Mood.Levels.Patience > 0.1)
        {
            reply.Add(PatientAct.Raise, $"goal:{open.Id}", $"The trainee closes, but {open.Id} is open.", mind.Lines.Of(LineBook.Lines("raiseOpen", mind.Mood.Label), mind.Mood.Label));
            reply.Add(PatientAct.Raise, $"goal:{open.Id}", "", _answers.GoalLine(open), goalId: open.Id);
            return;
        }
        if (mind.Agenda.OpenRequired is null && _bargain.SecondThoughts() is { } doubted)
        {
            Doubt(doubted, reply);
            return;
        }
        var lines = mind.Agenda.OpenRequired is null ? "goodBye" : "resigned";
        reply.Add(PatientAct.GoodBye, $"generic:{lines}", lines == "goodBye" ? "The call is done." : "Gives up on what is open.",
            lines == "goodBye" ? mind.Line(PatientAct.GoodBye, lines) : mind.Generic(lines));
        reply.EndsCall = true;
    }

    private void Doubt(Goal goal, Reply reply) =>
        reply.Add(PatientAct.Raise, "generic:secondThoughts", $"Trusts too little to leave it at that: doubts {goal.Id}.", mind.Generic("secondThoughts"), goalId: goal.Id);

    private bool HangsUp(Reply reply)
    {
        var level = mind.Mood.Levels;
        if (level.Patience > PatienceGone && !(mind.Memory.Rudeness >= 3 && level.Patience < 0.4))
        {
            return false;
        }
        if (!_warned && mind.Memory.Rudeness < 2)
        {
            return false;
        }
        reply.Add(PatientAct.HangUp, "generic:hangUp", "Patience is gone.", mind.Line(PatientAct.HangUp, "hangUp"));
        reply.EndsCall = true;
        return true;
    }

    private void Warn(Reply reply)
    {
        if (_warned || mind.Mood.Levels.Patience > PatienceLow || mind.Agenda.AllRequiredMet)
        {
            return;
        }
        _warned = true;
        reply.Add(PatientAct.Escalate, "generic:escalate", "Patience is nearly gone.", mind.Line(PatientAct.Escalate, "escalate"));
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (warned, closes) = (_warned, _closes);
        return _answers.Keep() + _bargain.Keep() + _own.Keep() + (() => (_warned, _closes) = (warned, closes));
    }
}
