using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Answers what was asked: a fact, or why not, or that it does not know.</summary>
public sealed class Answers(MindState mind)
{
    /// <summary>More than this many questions in one breath are not all answered.</summary>
    private const int Most = 2;

    private static readonly Dictionary<string, string> Denials = new(StringComparer.Ordinal)
    {
        [Topics.Emergency] = "denyEmergency", [Topics.Symptom] = "denySymptom", ["allergies"] = "denyAllergies", ["history"] = "denyHistory",
        ["medication"] = "denyMedication", ["memberId"] = "denyMemberId", ["email"] = "denyEmail", ["pharmacy"] = "denyPharmacy", ["address"] = "denyAddress",
        ["phone"] = "denyPhone", ["insurance"] = "denyInsurance", ["doctor"] = "denyDoctor", ["referral"] = "denyReferral", ["appointment"] = "denyAppointment",
        ["payment"] = "denyPayment", [Topics.Callback] = "callback", [Topics.Consent] = "consent", [Topics.Waiting] = "stillHere",
    };

    private static readonly HashSet<string> YesNo = new(StringComparer.Ordinal) { "do", "does", "did", "are", "is", "any", "have", "has", "can", "was", "were", "would" };

    private readonly HashSet<string> _deniedTopics = [];

    public void Answer(TraineeTurn turn, Reply reply)
    {
        var answered = new HashSet<string>();
        foreach (var ask in turn.Asks.Where(ask => ask.Topic != Topics.AnythingElse))
        {
            var fact = mind.Facts.Find(ask.Topic, ask.Text);
            if (!answered.Add(fact?.Id ?? ask.Topic ?? ask.Text))
            {
                continue;
            }
            if (answered.Count > Most)
            {
                return;
            }
            if (fact is not null && ask.Topic is not (Topics.Consent or Topics.Repeat or Topics.Waiting))
            {
                AnswerFact(fact, ask, reply);
            }
            else
            {
                AnswerOther(ask, turn, reply);
            }
        }
    }

    private void AnswerFact(Fact fact, UnderstoodAct ask, Reply reply)
    {
        var mood = mind.Mood.Label;
        mind.Facts.CountAsked(fact);
        if (mind.Facts.IsRevealed(fact))
        {
            if (IsYesNo(ask.Text) && !mind.Facts.LooksLike(fact, ask.Text) && ask.Topic is not null && Denials.TryGetValue(ask.Topic, out var denial) && mind.Generic(denial) is { Length: > 0 } no)
            {
                reply.Add(PatientAct.Answer, $"generic:{denial}", $"Asked about {ask.Topic}, of which all is told.", no);
                return;
            }
            mind.Mood.Move(MoodTrigger.AskedAgain, fact.Id);
            reply.Add(PatientAct.Answer, $"fact:{fact.Id}", $"Asked for {fact.Id} again.", mind.Lines.Of(LineBook.Say(fact, mood), mood, again: true), fact.Id);
        }
        else if (mind.Facts.IsOpen(fact, mind.Mood.Levels, mind.Known))
        {
            var line = mind.Style.Hesitate(mind.Lines.Of(LineBook.Say(fact, mood), mood), mood);
            reply.Add(PatientAct.Answer, $"fact:{fact.Id}", $"Asked for {fact.Id}.", line, fact.Id);
        }
        else
        {
            var lines = fact.Withheld.Count > 0 ? fact.Withheld : LineBook.Lines("withhold", mood);
            reply.Add(PatientAct.Withhold, $"withheld:{fact.Id}", $"Asked for {fact.Id}, which is kept back: {fact.Gate}.", mind.Lines.Of(lines, mood));
        }
    }

    private void AnswerOther(UnderstoodAct ask, TraineeTurn turn, Reply reply)
    {
        var mood = mind.Mood.Label;
        switch (ask.Topic)
        {
            case Topics.Repeat:
                reply.Add(PatientAct.Repeat, "generic:repeat", "Asked to say it again.", Repeat());
                return;
            case Topics.Waiting when ask.Text.Contains("hold", StringComparison.OrdinalIgnoreCase):
                mind.Memory.GaveAMoment = true;
                reply.Add(PatientAct.Wait, "generic:hold", "Asked to hold.", mind.Line(PatientAct.Wait, "reactHold"));
                return;
            case Topics.Reason or Topics.Help or "reasonForCall":
                RaiseGoal(reply, $"Asked what it is about.");
                return;
            case Topics.Name:
                reply.Add(PatientAct.Answer, "generic:name", "Asked for the name.", NameLine());
                return;
            case null when turn.Acts.Any(act => act.Act is TraineeAct.Offer or TraineeAct.Explain or TraineeAct.AcknowledgeFeeling):
                return;
            case null:
                reply.Add(PatientAct.AskBack, "generic:askBack", "Asked something that it cannot place.", mind.Line(PatientAct.AskBack, "askBack"));
                return;
        }
        if (Denials.TryGetValue(ask.Topic, out var denial) && mind.Generic(denial) is { Length: > 0 } line)
        {
            _deniedTopics.Add(ask.Topic);
            reply.Add(PatientAct.Answer, $"generic:{denial}", $"Asked about {ask.Topic}, of which it has nothing to tell.", line);
            return;
        }
        if (!_deniedTopics.Add(ask.Topic))
        {
            mind.Mood.Move(MoodTrigger.AskedAgain, ask.Topic);
        }
        reply.Add(PatientAct.DoNotKnow, "generic:doNotKnow", $"Asked about {ask.Topic}, which it does not know.", mind.Lines.For(PatientAct.DoNotKnow, "doNotKnow", mood));
    }

    public void RaiseGoal(Reply reply, string why, Goal? goal = null)
    {
        goal ??= mind.Agenda.Open.FirstOrDefault(open => mind.Agenda.TimesRaised(open) < 2 && open.Raise.Any(line => !mind.Lines.WasSaid(line)))
            ?? mind.Agenda.ToRaise(mind.Memory.Turns, 1) ?? mind.Agenda.Open.FirstOrDefault();
        if (goal is null)
        {
            reply.Add(PatientAct.Thank, "generic:nothingElse", why, mind.Line(PatientAct.Thank, "nothingElse"));
            return;
        }
        reply.Add(PatientAct.Raise, $"goal:{goal.Id}", $"{why} Brings up {goal.Id}.", GoalLine(goal), goalId: goal.Id);
    }

    public string GoalLine(Goal goal)
    {
        mind.Agenda.Raised(goal, mind.Memory.Turns);
        return mind.Lines.Of(goal.Raise, mind.Mood.Label);
    }

    private string Repeat()
    {
        var prefix = mind.Generic("repeat");
        return mind.LastLine.Length == 0 ? mind.Generic("askBack") : mind.Lines.Of([LineBook.Join(prefix, mind.LastLine)], mind.Mood.Label);
    }

    private string NameLine()
    {
        var name = mind.Scenario.Patient.Name;
        var first = name.Split(' ')[0];
        return mind.Lines.Of([$"It's {name}.", $"{name}.", $"My name is {name}.", $"{first}. {name}."], mind.Mood.Label);
    }

    private static bool IsYesNo(string question)
    {
        var words = HeardWords.Expand(question);
        return words.Take(2).Any(YesNo.Contains);
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep() => Checkpoint.Of(_deniedTopics);
}
