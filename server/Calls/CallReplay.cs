using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Calls;

/// <summary>Brings a patient's mind and a coach to where a call's log ends, by letting them live through it again.</summary>
public static class CallReplay
{
    /// <summary>The key of a decision that is the call's and not the mind's: to say the rest of a line.</summary>
    public const string GoOnKey = "call:goOn";

    public static void Replay(IReadOnlyList<CallEvent> events, IPatientMind mind, ILiveCoach coach)
    {
        int? holdSinceMs = null;
        var addressee = new Addressee();
        var unanswered = Unanswered(events)?.Utterance;
        // A turn that fell into the patient's own speech is in the log, but the patient never took it up.
        var answered = events.OfType<UtteranceUnderstood>().Select(understood => understood.Utterance).ToHashSet();
        var spoken = events.OfType<UtteranceSpoken>().Where(said => said.Party == Party.Patient).ToDictionary(said => said.Utterance, said => said.Text);
        string? line = null;
        foreach (var callEvent in events)
        {
            coach.Observe(callEvent);
            switch (callEvent)
            {
                case CallAnswered:
                    line = mind.Open().Line;
                    break;
                case UtteranceSpoken { Party: not Party.Patient } said when said.Utterance != unanswered && answered.Contains(said.Utterance):
                    line = addressee.Answer(mind.Hear(Turn(events, said)), said.Party).Line;
                    break;
                case UtteranceCutOff cut:
                    var words = spoken.GetValueOrDefault(cut.Utterance, "");
                    mind.CutOff(Addressee.OfTheMinds(line ?? words, HeardShare.OfLine(line ?? words, words, cut.HeardText)));
                    break;
                case DeadAirNoticed silence:
                    line = mind.Silence(silence.SilenceMs)?.Line;
                    break;
                case PatientDecided { Act: PatientAct.InterruptMonologue }:
                    line = mind.Monologue(int.MaxValue)?.Line;
                    break;
                case PatientDecided { Key: GoOnKey }:
                    mind.GoOn();
                    // What was not heard is said again, in the words that were used.
                    line = null;
                    break;
                case HoldChanged hold:
                    mind.HoldChanged(hold.OnHold, holdSinceMs is { } since && !hold.OnHold ? hold.AtMs - since : 0);
                    holdSinceMs = hold.OnHold ? hold.AtMs : null;
                    break;
            }
        }
    }

    /// <summary>The last turn that was said to the patient, when it had not decided on an answer before the call broke off.</summary>
    public static HeardTurn? Unanswered(IReadOnlyList<CallEvent> events)
    {
        var last = events.OfType<UtteranceSpoken>().LastOrDefault(said => said.Party != Party.Patient);
        return last is null || events.Any(e => e.Seq > last.Seq && e is PatientDecided) ? null : Turn(events, last);
    }

    /// <summary>The patient's last line, when the call broke off before it had been heard to its end.</summary>
    public static string? UnheardLine(IReadOnlyList<CallEvent> events)
    {
        var last = events.OfType<UtteranceSpoken>().LastOrDefault();
        var cutOrDone = last is null || events.Any(e => e.Seq > last.Seq && e is SpeechStopped { Party: Party.Patient });
        return cutOrDone || last!.Party != Party.Patient ? null : last.Text;
    }

    private static HeardTurn Turn(IReadOnlyList<CallEvent> events, UtteranceSpoken said) => HeardTurn.Of(said, said.GoesOnFrom is { } before
        ? events.OfType<UtteranceSpoken>().FirstOrDefault(other => other.Utterance == before && other.Party == Party.Trainee)?.Text
        : null);
}
