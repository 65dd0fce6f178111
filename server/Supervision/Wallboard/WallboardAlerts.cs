using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Supervision;

/// <summary>What goes wrong in one call, read from its log and its clock. Not thread-safe.</summary>
internal sealed class WallboardAlerts(Scenario scenario)
{
    /// <summary>Silence that callers notice; the trainee's own pause to think is shorter.</summary>
    public const int DeadAirMs = 4_000;

    /// <summary>Both at once for so long is more than changing over.</summary>
    private const int TalkOverMs = 600;

    /// <summary>How long a moment stays on the board.</summary>
    private const int TalkOverStaysMs = 8_000;
    private const int BrokenStaysMs = 60_000;

    /// <summary>Where the patient warns that it will hang up; it starts between 0.25 and 1.</summary>
    private const double PatienceLow = 0.16;

    /// <summary>Understood as surely as this, it counts as having passed an emergency on.</summary>
    private const double SureEnough = 0.45;
    private readonly HashSet<string> _atRisk = [];
    private int? _riskSinceMs;
    private (int AtMs, string Text)? _broken;
    private int? _impatientSinceMs;
    private int _askedIntoSilence;
    private int _askedAtMs;
    private int? _bothSinceMs;
    private int? _talkOverAtMs;
    private int? _quietSinceMs;
    private bool _trainee;
    private bool _patient;

    public bool TraineeSpeaks => _trainee;

    public bool PatientSpeaks => _patient;

    /// <summary>Nobody has spoken for <see cref="DeadAirMs"/>.</summary>
    public bool IsDeadAir(int nowMs) => _quietSinceMs is { } since && nowMs - since >= DeadAirMs;

    public void Take(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case SpeechStarted started: Speaking(started.Party, true, callEvent.AtMs); break;
            case SpeechStopped stopped: Speaking(stopped.Party, false, callEvent.AtMs); break;
            case CallAnswered or CallContinued: Quiet(callEvent.AtMs); break;
            case HoldChanged or CallPaused or ConnectionChanged: Waiting(IsWaiting(callEvent), callEvent.AtMs); break;
            case UtteranceSpoken { Party: Party.Trainee } said: Said(said); break;
            case DeadAirNoticed: (_askedIntoSilence, _askedAtMs) = (_askedIntoSilence + 1, callEvent.AtMs); break;
            case MoodChanged mood: _impatientSinceMs = mood.Levels.Patience > PatienceLow ? null : _impatientSinceMs ?? callEvent.AtMs; break;
            case BlockerRaised blocker: Broken(blocker); break;
            case FactRevealed fact: LookForSigns(fact); break;
            case UtteranceUnderstood understood when understood.Acts.Any(act => act.Act == TraineeAct.Escalate && act.Confidence >= SureEnough): Safe(); break;
            default: break;
        }
    }

    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<WallboardAlert> At(int nowMs)
    {
        var alerts = new List<WallboardAlert>();
        if (_broken is { } broken && nowMs - broken.AtMs < BrokenStaysMs)
        {
            alerts.Add(new WallboardAlert(AlertKind.BlockerBroken, broken.Text, broken.AtMs));
        }
        if (_riskSinceMs is { } risk)
        {
            alerts.Add(new WallboardAlert(AlertKind.BlockerAtRisk, "A sign of an emergency has not been passed on.", risk));
        }
        if (_impatientSinceMs is { } impatient)
        {
            alerts.Add(new WallboardAlert(AlertKind.AboutToHangUp, "The patient is about to hang up.", impatient));
        }
        else if (_askedIntoSilence > 1)
        {
            alerts.Add(new WallboardAlert(AlertKind.AboutToHangUp, "The patient asked twice whether anybody is there.", _askedAtMs));
        }
        if (IsDeadAir(nowMs))
        {
            alerts.Add(new WallboardAlert(AlertKind.DeadAir, "Nobody is speaking.", _quietSinceMs!.Value));
        }
        if (TalkOverAt(nowMs) is { } over)
        {
            alerts.Add(new WallboardAlert(AlertKind.TalkOver, "Both spoke at once.", over));
        }
        return alerts;
    }

    private static bool IsWaiting(CallEvent callEvent) =>
        callEvent is HoldChanged { OnHold: true } or CallPaused { Paused: true } or ConnectionChanged { Connected: false };

    private int? TalkOverAt(int nowMs) =>
        _bothSinceMs is { } both && nowMs - both >= TalkOverMs ? both
        : _talkOverAtMs is { } at && nowMs - at < TalkOverStaysMs ? at
        : null;

    private void Speaking(Party party, bool speaks, int atMs)
    {
        _trainee = party == Party.Trainee ? speaks : _trainee;
        _patient = party == Party.Patient ? speaks : _patient;
        if (_trainee && _patient)
        {
            _bothSinceMs ??= atMs;
        }
        else if (_bothSinceMs is { } since)
        {
            _talkOverAtMs = atMs - since >= TalkOverMs ? atMs : _talkOverAtMs;
            _bothSinceMs = null;
        }
        Quiet(_trainee || _patient ? null : atMs);
    }

    // What was being said is not told to have stopped.
    private void Waiting(bool waits, int atMs)
    {
        (_trainee, _patient, _bothSinceMs) = waits ? (false, false, null) : (_trainee, _patient, _bothSinceMs);
        Quiet(waits || _trainee || _patient ? null : atMs);
    }

    private void Quiet(int? sinceMs) => _quietSinceMs = sinceMs;

    private void Said(UtteranceSpoken said)
    {
        (_askedIntoSilence, _talkOverAtMs) = (0, said.InterruptedOther && !said.Typed ? said.AtMs : _talkOverAtMs);
        _quietSinceMs = said.Typed && _quietSinceMs is not null ? said.AtMs : _quietSinceMs;
    }

    private void Broken(BlockerRaised blocker)
    {
        _broken = (blocker.AtMs, blocker.Text);
        Safe();
    }

    private void LookForSigns(FactRevealed fact)
    {
        foreach (var blocker in scenario.Blockers.Where(blocker => blocker.Kind == BlockerKind.EmergencyNotEscalated && blocker.Signs.Contains(fact.FactId)))
        {
            // Once it was passed on or missed, a further sign of the same is no news.
            _riskSinceMs ??= _atRisk.Add(blocker.Id) ? fact.AtMs : null;
        }
    }

    private void Safe() => _riskSinceMs = null;
}
