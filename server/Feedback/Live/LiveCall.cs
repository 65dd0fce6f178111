using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Where the call stands for the coach: who has the floor, who said what last, how much each has spoken.</summary>
internal sealed class LiveCall(Scenario scenario, string? traineeName, IUtteranceAnalysis analysis)
{
    private readonly Dictionary<int, int> _patientMs = [];
    private int _traineeMs;
    private int _traineeSpeakingSinceMs = -1;

    public Scenario Scenario { get; } = scenario;

    /// <summary>Null where nobody knows it.</summary>
    public string? TraineeFirstName { get; } = FirstName.Of(traineeName);

    public Pronouns Patient { get; } = Pronouns.Of(scenario.Patient.Pronoun);

    public int NowMs { get; private set; }

    public bool TraineeSpeaking => _traineeSpeakingSinceMs >= 0;

    public CallLine? LastTrainee { get; private set; }

    /// <summary>The patient's last line, until the trainee has replied to it and the patient has gone on.</summary>
    public CallLine? LastPatient { get; private set; }

    /// <summary>The trainee has replied to <see cref="LastPatient"/>.</summary>
    public bool Replied { get; private set; }

    /// <summary>A supervisor spoke since the patient did.</summary>
    public bool SupervisorSpoke { get; private set; }

    public int? OnHoldSinceMs { get; private set; }

    public int? WordsPerMinute { get; private set; }

    public int SpokenMs => _traineeMs + _patientMs.Values.Sum();

    public double? TalkRatio => SpokenMs == 0 ? null : Math.Round((double)_traineeMs / SpokenMs, 3);

    /// <summary>Takes the event in and answers with the trainee's line, where it was one.</summary>
    public CallLine? Take(CallEvent callEvent)
    {
        NowMs = Math.Max(NowMs, callEvent.AtMs);
        switch (callEvent)
        {
            case SpeechStarted { Party: Party.Trainee }: _traineeSpeakingSinceMs = callEvent.AtMs; break;
            case SpeechStopped { Party: Party.Trainee }: _traineeSpeakingSinceMs = -1; break;
            case HoldChanged hold: OnHoldSinceMs = hold.OnHold ? OnHoldSinceMs ?? hold.AtMs : null; break;
            case UtteranceCutOff cut when LastPatient?.Utterance == cut.Utterance: CutOff(cut); break;
            case UtteranceSpoken { Party: Party.Trainee } spoken: return TakeTrainee(spoken);
            case UtteranceSpoken { Party: Party.Patient } spoken: TakePatient(spoken); break;
            case UtteranceSpoken: SupervisorSpoke = true; break;
            default: break;
        }
        return null;
    }

    public void MarkReplied() => Replied = true;

    /// <summary>An utterance as far as it goes; nothing is taken in.</summary>
    public CallLine SoFar(TraineePaused paused) =>
        Read(new UtteranceSpoken(Party.Trainee, paused.Utterance, paused.Text, paused.StartMs, paused.EndMs, Typed: false, 1, paused.InterruptedOther));

    private CallLine Read(UtteranceSpoken spoken)
    {
        var words = SpokenLine.Of(spoken.Text);
        var beginning = spoken.GoesOnFrom is { } from && LastTrainee?.Utterance == from ? LastTrainee : null;
        var whole = beginning is null ? words : CallLine.Joined(beginning.Text, words.Text);
        return new CallLine(spoken, words, spoken.EndMs, false)
        {
            Whole = whole,
            Reading = analysis.ReadTrainee(whole, new UtteranceContext(LastPatient?.Text, beginning is null ? LastTrainee?.Text : null)),
        };
    }

    private CallLine TakeTrainee(UtteranceSpoken spoken)
    {
        // The words come a moment after the speech; the trainee may have gone on by then.
        if (_traineeSpeakingSinceMs >= 0 && _traineeSpeakingSinceMs <= spoken.EndMs)
        {
            _traineeSpeakingSinceMs = -1;
        }
        var line = Read(spoken);
        if (!spoken.Typed)
        {
            _traineeMs += line.LengthMs;
            WordsPerMinute = CallMeasures.WordsPerMinute(line) is { } pace ? (int)Math.Round(pace) : WordsPerMinute;
        }
        LastTrainee = line;
        return line;
    }

    private void TakePatient(UtteranceSpoken spoken)
    {
        var words = SpokenLine.Of(spoken.Text);
        LastPatient = new CallLine(spoken, words, spoken.EndMs, false) { Feeling = analysis.ReadPatient(words) };
        _patientMs[spoken.Utterance] = LastPatient.LengthMs;
        Replied = false;
        SupervisorSpoke = false;
    }

    private void CutOff(UtteranceCutOff cut)
    {
        var words = SpokenLine.Of(cut.HeardText);
        LastPatient = new CallLine(LastPatient!.Spoken, words, cut.EndMs, true) { Feeling = analysis.ReadPatient(words) };
        _patientMs[cut.Utterance] = LastPatient.LengthMs;
    }
}
