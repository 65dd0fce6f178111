using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Feedback;

/// <summary>Writes the log of a call in the order in which a call session does, with its own clock.</summary>
internal sealed class CallScript
{
    private const double TraineeWordsPerMinute = 150;
    private const double PatientWordsPerMinute = 160;

    private readonly List<CallEvent> _events = [];
    private readonly Scenario _scenario;
    private readonly Difficulty _difficulty;
    private int _nowMs;
    private int _utterance;
    private int _pausedFromMs;

    public CallScript(Scenario? scenario = null, Difficulty difficulty = Difficulty.Intermediate)
    {
        _scenario = scenario ?? PracticeScenario.Make();
        _difficulty = difficulty;
        Put(new CallPlaced(_scenario.Id, _scenario.Title, _scenario.Patient.Name, difficulty, 7));
        _nowMs = 2000;
        Put(new CallAnswered());
    }

    public int LastUtterance => _utterance;

    public CallScript Patient(string text, int afterMs = 600)
    {
        _nowMs += afterMs;
        var end = _nowMs + Length(text, PatientWordsPerMinute);
        Put(new SpeechStarted(Party.Patient));
        Put(new UtteranceSpoken(Party.Patient, ++_utterance, text, _nowMs, end, false, 1, false));
        _nowMs = end;
        Put(new SpeechStopped(Party.Patient));
        return this;
    }

    /// <summary>The patient begins, and the trainee cuts in after <paramref name="heard"/>.</summary>
    public CallScript PatientCutOffBy(string planned, string heard, string trainee)
    {
        _nowMs += 600;
        var start = _nowMs;
        Put(new SpeechStarted(Party.Patient));
        Put(new UtteranceSpoken(Party.Patient, ++_utterance, planned, start, start + Length(planned, PatientWordsPerMinute), false, 1, false));
        var patientUtterance = _utterance;
        _nowMs = start + Length(heard, PatientWordsPerMinute);
        Put(new SpeechStarted(Party.Trainee));
        Put(new UtteranceCutOff(patientUtterance, heard, _nowMs));
        return Said(trainee, false, true, _nowMs, TraineeWordsPerMinute, null);
    }

    /// <summary>The patient takes the pause after the trainee's last line for its end, begins, and is stopped by the rest of the sentence.</summary>
    public CallScript BrokenInto(string planned, string heard, string rest)
    {
        var beginning = _utterance;
        PatientCutOffBy(planned, heard, rest);
        _events[^1] = (UtteranceSpoken)_events[^1] with { GoesOnFrom = beginning, InterruptedOther = false };
        return this;
    }

    public CallScript Trainee(string text, int afterMs = 900, double wordsPerMinute = TraineeWordsPerMinute, VoiceMeasures? voice = null)
    {
        _nowMs += afterMs;
        Put(new SpeechStarted(Party.Trainee));
        return Said(text, false, false, _nowMs, wordsPerMinute, voice);
    }

    /// <summary>The trainee begins and pauses after these words; say the whole with <see cref="GoesOn"/>.</summary>
    /// <param name="wholeSentence">As they sound to the turn detector.</param>
    /// <param name="over">Likewise.</param>
    /// <param name="meets">Goals that they meet.</param>
    /// <param name="breaks">Blockers that they break.</param>
    public CallScript Pauses(
        string words, int afterMs = 900, bool wholeSentence = false, bool over = false, double wordsPerMinute = TraineeWordsPerMinute, string[]? meets = null, string[]? breaks = null)
    {
        _nowMs += afterMs;
        _pausedFromMs = _nowMs;
        Put(new SpeechStarted(Party.Trainee));
        var end = _nowMs += Length(words, wordsPerMinute);
        _nowMs += 180;
        return Put(new TraineePaused(_utterance + 1, words, _pausedFromMs, end, InterruptedOther: false)
        {
            SentenceWhole = wholeSentence,
            SoundsOver = over,
            Meets = meets ?? [],
            Breaks = breaks ?? [],
        });
    }

    /// <summary>What began with <see cref="Pauses"/>, whole.</summary>
    public CallScript GoesOn(string whole) => Said(whole, false, false, _pausedFromMs, TraineeWordsPerMinute, null);

    public CallScript Types(string text)
    {
        _nowMs += 4000;
        return Said(text, true, false, _nowMs, 40, null);
    }

    public CallScript Supervisor(string text)
    {
        _nowMs += 500;
        var end = _nowMs + Length(text, TraineeWordsPerMinute);
        Put(new UtteranceSpoken(Party.Supervisor, ++_utterance, text, _nowMs, end, false, 1, false));
        _nowMs = end;
        return this;
    }

    public CallScript Understood(params TraineeAct[] acts) =>
        Put(new UtteranceUnderstood(_utterance, [.. acts.Select(a => new UnderstoodAct(a, null, 0.9, ""))], 0.9));

    public CallScript Decides(PatientAct act, string key) => Put(new PatientDecided(act, key, "because"));

    public CallScript Mood(MoodLabel label, double upset, string because = "It went that way.") =>
        Put(new MoodChanged(label, new MoodLevels(upset, 0.4, 0.5, 0.5), [because]));

    public CallScript Fact(string id) => Put(new FactRevealed(id, _utterance));

    public CallScript Goal(string id) => Put(new GoalMet(id, _utterance));

    public CallScript Dissolved(string id) => Put(new ObjectionDissolved(id, _utterance));

    public CallScript Blocked(string id) =>
        Put(new BlockerRaised(id, _scenario.Blockers.Single(b => b.Id == id).Kind, _scenario.Blockers.Single(b => b.Id == id).Text, _utterance));

    public CallScript Hold(int forMs)
    {
        Put(new HoldChanged(true));
        _nowMs += forMs;
        return Put(new HoldChanged(false));
    }

    public CallScript Silence(int forMs)
    {
        _nowMs += forMs;
        return Put(new DeadAirNoticed(forMs));
    }

    public CallScript Ends(EndReason reason = EndReason.PatientSaidGoodBye)
    {
        _nowMs += 500;
        return Put(new CallEnded(reason, "The call ended."));
    }

    public CallScript Put(CallEvent callEvent)
    {
        _events.Add(callEvent with { Seq = _events.Count + 1, AtMs = _nowMs });
        return this;
    }

    public IReadOnlyList<CallEvent> Events => _events;

    public Scenario Scenario => _scenario;

    public CallRecord Record() => new(new CallId(Guid.Parse("0190a000-0000-7000-8000-000000000001")), _scenario, _difficulty, [.. _events]);

    public Debrief Debrief() => new DebriefWriter(ProductAnalysis.Shared).Write(Record());

    /// <summary>What the live coach answers to each event.</summary>
    public IReadOnlyList<CallEvent> Coached() => Coached(new LiveCoachFactory(ProductAnalysis.Shared).Create(_scenario, _difficulty));

    public IReadOnlyList<CallEvent> Coached(ILiveCoach coach) => [.. _events.SelectMany(coach.Observe)];

    private CallScript Said(string text, bool typed, bool interrupted, int startMs, double wordsPerMinute, VoiceMeasures? voice)
    {
        var end = typed ? startMs : Math.Max(_nowMs, startMs + Length(text, wordsPerMinute));
        _nowMs = end;
        if (!typed)
        {
            Put(new SpeechStopped(Party.Trainee));
            _nowMs += 400;
        }
        Put(new UtteranceSpoken(Party.Trainee, ++_utterance, text, startMs, end, typed, typed ? 1 : 0.85, interrupted) { Voice = voice });
        return this;
    }

    private static int Length(string text, double wordsPerMinute) =>
        (int)Math.Round(SpokenText.Words(text).Length * 60_000 / wordsPerMinute);
}
