using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What a turn does to the mood and to memory, whatever is answered.</summary>
public static class TurnFeelings
{
    private static readonly string[] Rude = [.. ExampleLibrary.RudeWords().Select(SpokenText.Normalise)];

    private static readonly string[][] Polite = [["please"], ["may", "i"], ["could", "you"], ["could", "i"], ["would", "you", "mind"], ["if", "you", "don't", "mind"]];

    public static void Feel(TraineeTurn turn, MindState mind, string? askedFor)
    {
        var (mood, memory) = (mind.Mood, mind.Memory);
        if (turn.Heard.InterruptedPatient && !turn.IsBackchannel)
        {
            mood.Move(MoodTrigger.Interrupted);
        }
        if (IsRude(turn.Heard.Text))
        {
            memory.Rudeness++;
            mood.Move(MoodTrigger.Rude);
        }
        else if (turn.Match.SaidAvoided)
        {
            mood.Move(MoodTrigger.PhraseAvoided);
        }
        foreach (var act in turn.Acts.DistinctBy(act => act.Act))
        {
            if (TriggerOf(act.Act) is { } trigger)
            {
                mood.Move(trigger, act.Topic);
            }
        }
        foreach (var act in turn.Acts)
        {
            if (act.Act == TraineeAct.IdentifySelf)
            {
                memory.Introduce(act.Text);
            }
            else if (act.Act is TraineeAct.Promise or TraineeAct.Hold || (act.Act == TraineeAct.Offer && PromisedTime.Find(act.Text) is not null && act.Topic != "appointment"))
            {
                if (act.Act == TraineeAct.Promise && memory.Promises >= 2)
                {
                    mood.Move(MoodTrigger.PromiseRepeated);
                }
                memory.Promise(act.Text);
            }
        }
        var words = SpokenText.Words(turn.Heard.Text);
        if (turn.Asks.Any() && Array.Exists(Polite, polite => ActCues.Find(words, polite) >= 0))
        {
            mood.Move(MoodTrigger.AskedPolitely);
        }
        if (askedFor is not null && Answers(turn, askedFor))
        {
            mood.Move(MoodTrigger.AnsweredQuestion, askedFor);
        }
        else if (askedFor is not null && mood.IsUpset && turn.HasOnly(TraineeAct.Ask, TraineeAct.Tell, TraineeAct.Order))
        {
            mood.Move(MoodTrigger.Ignored, askedFor);
        }
        mind.Lines.Slot("trainee", memory.TraineeName);
        mind.Lines.Slot("promise", memory.PromisedTime);
    }

    public static bool IsRude(string text)
    {
        var said = " " + SpokenText.Normalise(text) + " ";
        return Array.Exists(Rude, word => said.Contains(" " + word + " ", StringComparison.Ordinal));
    }

    private static bool Answers(TraineeTurn turn, string askedFor) => turn.Acts.Any(act =>
        (askedFor == Topics.TraineeName && act.Act == TraineeAct.IdentifySelf)
        || (act.Act is TraineeAct.Tell or TraineeAct.Explain or TraineeAct.Offer or TraineeAct.Promise && Topics.Same(act.Topic, askedFor))
        || act.Act is TraineeAct.Explain or TraineeAct.Promise);

    private static MoodTrigger? TriggerOf(TraineeAct act) => act switch
    {
        TraineeAct.Greet => MoodTrigger.Greeted,
        TraineeAct.IdentifySelf => MoodTrigger.IntroducedSelf,
        TraineeAct.AcknowledgeFeeling => MoodTrigger.FeelingAcknowledged,
        TraineeAct.Apologise => MoodTrigger.Apologised,
        TraineeAct.Explain => MoodTrigger.Explained,
        TraineeAct.Offer => MoodTrigger.Offered,
        TraineeAct.Promise => MoodTrigger.Promised,
        TraineeAct.CheckUnderstanding => MoodTrigger.CheckedUnderstanding,
        TraineeAct.Transfer => MoodTrigger.Transferred,
        TraineeAct.Refuse => MoodTrigger.Refused,
        TraineeAct.Blame => MoodTrigger.Blamed,
        TraineeAct.Order => MoodTrigger.Ordered,
        _ => null,
    };
}
