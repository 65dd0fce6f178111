using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Supervision;

/// <summary>Folds one call's log into its row. Times come from the events and from the clock that is asked about. Not thread-safe.</summary>
public sealed class WallboardFold(CallId callId, string trainee, Scenario scenario, Difficulty difficulty, IUtteranceAnalysis analysis)
{
    /// <summary>Points of the small lines.</summary>
    private const int MaxPoints = 24;

    /// <summary>How much of the line before is kept at each new utterance; empathy is shown now and then, not in every sentence.</summary>
    private const double EmpathyKept = 0.6;
    private readonly WallboardAlerts _alerts = new(scenario);
    private readonly List<WallboardVisit> _visits = [];
    private readonly List<int> _tone = [];
    private readonly List<int> _empathy = [];
    private double _empathyNow;
    private MoodLabel? _mood;
    private WallboardCue? _cue;
    private Difficulty _difficulty = difficulty;
    private bool _answered;
    private bool _onHold;
    private bool _paused;
    private bool _away;
    private bool _changed = true;
    private CallPhase _shownPhase;
    private IReadOnlyList<WallboardAlert> _shownAlerts = [];

    public bool HasEnded { get; private set; }

    public void Take(CallEvent callEvent)
    {
        _changed |= callEvent is not (PartialHeard or PatientThinking or MetersMoved or TurnTimed or AudioPathUsed);
        _alerts.Take(callEvent);
        switch (callEvent)
        {
            case CallPlaced placed: _difficulty = placed.Difficulty; break;
            case CallAnswered: _answered = true; break;
            case CallContinued: (_away, _onHold, _paused) = (false, false, false); _visits.Clear(); break;
            case HoldChanged hold: _onHold = hold.OnHold; break;
            case CallPaused paused: _paused = paused.Paused; break;
            case ConnectionChanged connection: _away = !connection.Connected; break;
            case MoodChanged mood: _mood = mood.Label; break;
            case CueGiven cue: _cue = new WallboardCue(cue.Kind, cue.Text, cue.AtMs); break;
            case UtteranceSpoken { Party: Party.Trainee } said: Hear(said); break;
            case SupervisionChanged visit: Visit(visit); break;
            case CallEnded: HasEnded = true; break;
            default: break;
        }
    }

    /// <summary>Whether the row says something else than when it was asked for last; the running clock alone does not count.</summary>
    public bool HasChangedAt(int nowMs) => _changed || PhaseAt(nowMs) != _shownPhase || !_alerts.At(nowMs).SequenceEqual(_shownAlerts);

    public WallboardRow RowAt(int nowMs)
    {
        (_changed, _shownPhase, _shownAlerts) = (false, PhaseAt(nowMs), _alerts.At(nowMs));
        return new WallboardRow
        {
            CallId = callId,
            Trainee = trainee,
            ScenarioId = scenario.Id,
            ScenarioTitle = scenario.Title,
            ScenarioType = scenario.Type,
            Difficulty = _difficulty,
            Patient = scenario.Patient.Name,
            NowMs = nowMs,
            Phase = _shownPhase,
            TraineeSpeaks = _alerts.TraineeSpeaks,
            PatientSpeaks = _alerts.PatientSpeaks,
            Mood = _mood,
            Tone = [.. _tone],
            Empathy = [.. _empathy],
            LastCue = _cue,
            Alerts = _shownAlerts,
            Need = Need.Of(_shownAlerts, _mood),
            Supervisors = [.. _visits],
        };
    }

    private CallPhase PhaseAt(int nowMs) =>
        !_answered ? CallPhase.Ringing
        : _away ? CallPhase.Away
        : _paused ? CallPhase.Paused
        : _onHold ? CallPhase.Holding
        : _alerts.IsDeadAir(nowMs) ? CallPhase.DeadAir
        : CallPhase.Talking;

    private void Hear(UtteranceSpoken said)
    {
        var reading = analysis.ReadTrainee(SpokenLine.Of(said.Text));
        _empathyNow = EmpathyKept * _empathyNow + (1 - EmpathyKept) * reading.Empathy / 2;
        Add(_tone, 50 + 25 * reading.Politeness + 25 * reading.Warmth - 50 * reading.Irritation);
        Add(_empathy, 100 * Math.Max(_empathyNow, reading.Empathy / 2.0));
    }

    private static void Add(List<int> points, double value)
    {
        points.Add((int)Math.Round(Math.Clamp(value, 0, 100)));
        if (points.Count > MaxPoints)
        {
            points.RemoveAt(0);
        }
    }

    private void Visit(SupervisionChanged visit)
    {
        _visits.RemoveAll(known => known.VisitId == visit.VisitId);
        if (visit.Mode is { } mode)
        {
            _visits.Add(new WallboardVisit(visit.VisitId, visit.Name, mode));
        }
    }
}
