using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Responds to what was done rather than asked: a feeling named, an apology, an offer, a refusal, blame, hold.</summary>
public sealed class Reactions(MindState mind)
{
    /// <summary>The weightiest first: only it is responded to.</summary>
    private static readonly (TraineeAct Act, PatientAct Does, string Lines, string Why)[] Table =
    [
        (TraineeAct.Blame, PatientAct.Escalate, "reactBlame", "Was blamed."),
        (TraineeAct.Refuse, PatientAct.Escalate, "reactRefuse", "Was refused something."),
        (TraineeAct.Order, PatientAct.Escalate, "reactOrder", "Was ordered to do something."),
        (TraineeAct.Transfer, PatientAct.Object, "reactTransfer", "Is to be passed on."),
        (TraineeAct.Hold, PatientAct.Wait, "reactHold", "Is to wait."),
        (TraineeAct.Escalate, PatientAct.Acknowledge, "reactOffer", "Is taken to somebody higher up."),
        (TraineeAct.Offer, PatientAct.Acknowledge, "reactOffer", "Was offered something."),
        (TraineeAct.Promise, PatientAct.Acknowledge, "reactPromise", "Was promised something."),
        (TraineeAct.Explain, PatientAct.Acknowledge, "reactExplain", "Was told why."),
        (TraineeAct.AcknowledgeFeeling, PatientAct.Soften, "reactFeeling", "Its feeling was named."),
        (TraineeAct.Apologise, PatientAct.Soften, "reactApology", "Was apologised to."),
        (TraineeAct.CheckUnderstanding, PatientAct.Acknowledge, "confirmSummary", "Was checked with."),
        (TraineeAct.SmallTalk, PatientAct.Acknowledge, "reactSmallTalk", "Small talk."),
        (TraineeAct.IdentifySelf, PatientAct.GreetBack, "greetBack", "Was greeted by name."),
        (TraineeAct.Greet, PatientAct.GreetBack, "greetBack", "Was greeted."),
        (TraineeAct.Thank, PatientAct.Acknowledge, "reactThank", "Was thanked."),
        (TraineeAct.Tell, PatientAct.Acknowledge, "reactTell", "Was told something."),
        (TraineeAct.Close, PatientAct.Acknowledge, "reactTell", "Something was closed."),
    ];

    /// <summary>A response as the main thing that is said.</summary>
    public void React(TraineeTurn turn, Reply reply)
    {
        foreach (var (act, does, lines, why) in Table)
        {
            if (!turn.Has(act))
            {
                continue;
            }
            if (does == PatientAct.GreetBack && mind.Memory.Greetings++ > 0)
            {
                reply.Add(PatientAct.Acknowledge, "generic:reactTell", why, mind.Line(PatientAct.Acknowledge, "reactTell"));
                return;
            }
            if (act == TraineeAct.Hold)
            {
                mind.Memory.GaveAMoment = true;
            }
            reply.Add(does, $"generic:{lines}", why, Own(act, does, lines));
            return;
        }
    }

    /// <summary>A word in passing before an answer ("Okay, thank you."), now and then.</summary>
    public void Lead(TraineeTurn turn, Reply reply)
    {
        var lines = turn.Has(TraineeAct.Blame) ? "reactBlame" : turn.Has(TraineeAct.Order) ? "reactOrder"
            : turn.Has(TraineeAct.AcknowledgeFeeling) ? "reactFeeling" : turn.Has(TraineeAct.Apologise) ? "reactApology"
            : turn.Has(TraineeAct.Greet) && mind.Memory.Greetings == 0 ? "greetBack" : null;
        if (turn.Has(TraineeAct.Greet))
        {
            mind.Memory.Greetings++;
        }
        if (lines is not null && mind.Chance(lines is "reactBlame" or "reactOrder" or "greetBack" ? 1 : 0.75))
        {
            reply.Lead(mind.Generic(lines));
        }
    }

    /// <summary>The scenario's lines for an act are written for its usual occasion, so that only fitting acts draw on them.</summary>
    private string Own(TraineeAct act, PatientAct does, string lines) =>
        does is PatientAct.Escalate or PatientAct.Soften or PatientAct.GreetBack or PatientAct.Wait || act == TraineeAct.Explain
            ? mind.Line(does, lines)
            : mind.Lines.Of(LineBook.Lines(lines, mind.Mood.Label), mind.Mood.Label);
}
