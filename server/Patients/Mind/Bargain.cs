using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Goals that are met and objections that stand against it.</summary>
public sealed class Bargain(MindState mind)
{
    private readonly Dictionary<string, int> _stillNo = [];
    private bool _doubted;
    private string? _doubtedGoal;

    /// <summary>Takes in what the trainee did and says what comes of it; events go to <paramref name="events"/>.</summary>
    public void Hear(TraineeTurn turn, Reply reply, List<CallEvent> events)
    {
        var utterance = turn.Heard.Utterance;
        var settled = mind.Scenario.Goals.Where(goal => mind.Agenda.IsMet(goal)).Select(goal => goal.Id).ToHashSet();
        foreach (var goal in mind.Agenda.Open.Where(goal => !mind.Agenda.IsOffered(goal)).ToList())
        {
            if (goal.MetBy.Any(by => turn.Match.Holds(by, mind.Known)))
            {
                mind.Agenda.Offer(goal);
            }
        }
        if (_doubtedGoal is not null && turn.Acts.Any(act => act.Act is TraineeAct.Promise or TraineeAct.Explain or TraineeAct.CheckUnderstanding or TraineeAct.AcknowledgeFeeling or TraineeAct.Offer))
        {
            mind.Agenda.Meet(mind.Scenario.Goals.First(goal => goal.Id == _doubtedGoal));
            _doubtedGoal = null;
            reply.Add(PatientAct.Soften, "generic:reassured", "Its second thoughts were taken seriously.", mind.Lines.Of(LineBook.Lines("reassured", mind.Mood.Label), mind.Mood.Label));
        }
        var dissolved = mind.Objections.Hear(turn.Acts.Select(act => act.Act));
        if (dissolved is not null)
        {
            events.Add(new ObjectionDissolved(dissolved.Id, utterance));
            reply.Add(PatientAct.Soften, $"softened:{dissolved.Id}", $"{dissolved.Id} was answered.", mind.Lines.Of(dissolved.Softened, mind.Mood.Label));
        }
        foreach (var goal in mind.Agenda.Open.Where(mind.Agenda.IsOffered).Where(goal => goal.Id != _doubtedGoal)
            .OrderBy(goal => mind.Objections.StandingAgainst(goal).Any()).ToList())
        {
            Conclude(goal, turn, reply, events, utterance);
        }
    }

    /// <summary>At the end, doubts something that was agreed, once; null when there is nothing to doubt.</summary>
    public Goal? SecondThoughts()
    {
        if (!mind.Profile.SecondThoughts || _doubted || mind.Mood.Levels.Trust >= 0.6)
        {
            return null;
        }
        _doubted = true;
        var goal = mind.Scenario.Goals.LastOrDefault(goal => goal.Required && mind.Agenda.IsMet(goal));
        if (goal is not null)
        {
            _doubtedGoal = goal.Id;
            mind.Agenda.Reopen(goal);
        }
        return goal;
    }

    private void Conclude(Goal goal, TraineeTurn turn, Reply reply, List<CallEvent> events, int utterance)
    {
        var standing = mind.Objections.StandingAgainst(goal).ToList();
        if (standing.Count == 0)
        {
            mind.Agenda.Meet(goal);
            mind.Mood.Move(MoodTrigger.GoalMet, goal.Id);
            events.Add(new GoalMet(goal.Id, utterance));
            if (reply.Parts.Count < 3)
            {
                reply.Add(PatientAct.Accept, $"goal:{goal.Id}", $"{goal.Id} is met.", mind.Lines.Of(goal.Accept, mind.Mood.Label));
            }
            return;
        }
        var next = standing.FirstOrDefault(objection => !mind.Objections.IsVoiced(objection));
        if (next is not null && !standing.Exists(mind.Objections.IsVoiced))
        {
            if (reply.Acts.Contains(PatientAct.Object))
            {
                return;
            }
            mind.Objections.Voice(next, turn.Acts.Select(act => act.Act).Where(act => act is TraineeAct.AcknowledgeFeeling or TraineeAct.Apologise));
            reply.Add(PatientAct.Object, $"objection:{next.Id}", $"Could have {goal.Id}, but holds {next.Id} against it.", mind.Lines.Of(next.Say, mind.Mood.Label));
        }
        else if (standing.Find(mind.Objections.IsVoiced) is { } voiced && reply.IsEmpty && !turn.Asks.Any()
            && turn.Acts.Any(act => act.Act is TraineeAct.Offer or TraineeAct.Explain or TraineeAct.Promise or TraineeAct.Tell or TraineeAct.Refuse))
        {
            var again = _stillNo[voiced.Id] = _stillNo.GetValueOrDefault(voiced.Id) + 1;
            var line = again % 2 == 0 ? mind.Lines.Of(voiced.Say, mind.Mood.Label) : mind.Lines.Of(LineBook.Lines("stillNo", mind.Mood.Label), mind.Mood.Label);
            reply.Add(PatientAct.Object, $"objection:{voiced.Id}", $"{voiced.Id} still stands.", line);
        }
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (doubted, doubtedGoal) = (_doubted, _doubtedGoal);
        return Checkpoint.Of(_stillNo) + (() => (_doubted, _doubtedGoal) = (doubted, doubtedGoal));
    }
}
