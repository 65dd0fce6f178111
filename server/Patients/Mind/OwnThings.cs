using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>After what was asked, at most one thing of the patient's own: a fact that wants out, a promise, a wish, the trainee's name.</summary>
public sealed class OwnThings(MindState mind)
{
    private readonly Answers _answers = new(mind);
    private bool _askedName;

    public void Add(TraineeTurn turn, Reply reply)
    {
        if (reply.EndsCall || reply.Parts.Count > 2)
        {
            return;
        }
        if (mind.HoldGrumble is { } grumble)
        {
            mind.HoldGrumble = null;
            reply.Lead(mind.Generic(grumble));
            return;
        }
        if (reply.Acts.Exists(act => act is PatientAct.Object or PatientAct.Raise) || reply.Act is PatientAct.Wait or PatientAct.SayNeed or PatientAct.Worsen or PatientAct.Correct or PatientAct.Repeat or PatientAct.Resume or PatientAct.AskBack || reply.AsksBack)
        {
            reply.AskedFor = AskedIn(reply);
            return;
        }
        var stalls = reply.Act is PatientAct.Acknowledge or PatientAct.GreetBack or PatientAct.Soften;
        if (mind.Facts.ToVolunteer(mind.Mood, reply) is { } fact && mind.Chance(0.85))
        {
            reply.Add(PatientAct.Answer, $"fact:{fact.Id}", $"Tells {fact.Id} unasked.", mind.Lines.Of(LineBook.Say(fact, mind.Mood.Label), mind.Mood.Label), fact.Id);
        }
        else if (AsksWho(turn))
        {
            _askedName = true;
            reply.AskedFor = Topics.TraineeName;
            reply.Add(PatientAct.AskBack, "generic:whoAreYou", "Does not know who this is.", mind.Generic("whoAreYou"));
        }
        else if (mind.Memory is { PromisedTime: not null, PromiseRecalled: false } && turn.Has(TraineeAct.Close) && mind.Generic("recallPromise") is { Length: > 0 } recall)
        {
            mind.Memory.PromiseRecalled = true;
            reply.Add(PatientAct.AskBack, "generic:recallPromise", "Remembers what was promised.", recall);
        }
        else if (mind.Chance(stalls ? Math.Min(1, mind.Profile.VolunteerRate + 0.35) : mind.Profile.VolunteerRate * 0.6)
            && !WorksOnIt(turn) && mind.Agenda.ToRaise(mind.Memory.Turns, stalls ? 3 : 4) is { } goal)
        {
            reply.Add(PatientAct.Raise, $"goal:{goal.Id}", $"Brings up {goal.Id}.", _answers.GoalLine(goal), goalId: goal.Id);
            reply.AskedFor = AskedIn(reply);
        }
    }

    /// <summary>The trainee said that they are looking into it: nobody nags then.</summary>
    private static bool WorksOnIt(TraineeTurn turn) => turn.Has(TraineeAct.Hold) || (turn.Has(TraineeAct.Offer) && !turn.Asks.Any());

    private bool AsksWho(TraineeTurn turn) =>
        !_askedName && mind.Memory.TraineeName is null && mind.Memory.Turns >= 4 && !turn.Has(TraineeAct.IdentifySelf) && mind.Chance(mind.Mood.IsUpset ? 0.6 : 0.25);

    /// <summary>What the wish in the reply is about, so that a bare answer is understood as one to it.</summary>
    private string? AskedIn(Reply reply) => reply.Parts.Select(part => part.GoalId).OfType<string>().LastOrDefault() is { } id
        ? mind.Scenario.Goals.First(goal => goal.Id == id).MetBy.Select(by => Topics.Canonical(by.Topic)).FirstOrDefault(topic => topic is not null)
        : null;

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var askedName = _askedName;
        return _answers.Keep() + (() => _askedName = askedName);
    }
}
