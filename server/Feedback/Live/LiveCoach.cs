using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// The coach of one call. Times come from the events alone. What is not kept in the log does not move it, and what it gave
/// itself is passed over when it comes back, so that a replayed log leaves it where the call was.
/// </summary>
internal sealed class LiveCoach : ILiveCoach
{
    private const int StallMs = 30_000;
    private const int HintGapMs = 40_000;
    private const int DecisionMs = 250;

    /// <summary>What is worth less than this is not said where a sentence is broken off.</summary>
    private const int WorthAPause = 35;

    private readonly Difficulty _difficulty;
    private readonly LiveCall _call;
    private readonly ScriptTracker _script;
    private readonly HintBook _hints;
    private readonly PatientCues _patientCues = new();
    private readonly VoiceCues _voiceCues = new();
    private readonly CueQueue _cues = new();
    private int _progressMs;
    private int _hintMs = -HintGapMs;
    private int _notUnderstood;
    private int? _patientDecidesFromMs;
    private bool _ended;

    public LiveCoach(Scenario scenario, Difficulty difficulty, string? traineeName, IUtteranceAnalysis analysis)
    {
        _difficulty = difficulty;
        _call = new LiveCall(scenario, traineeName, analysis);
        _script = new ScriptTracker(scenario);
        _hints = new HintBook(scenario, _script);
    }

    public IReadOnlyList<CallEvent> Observe(CallEvent callEvent)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        if (!callEvent.IsKept || callEvent is PhraseUsed or PhraseAvoidedSaid or PhaseDone or CueGiven || _ended)
        {
            return [];
        }
        _ended = callEvent is CallEnded;
        if (callEvent is TraineePaused paused)
        {
            return CueInPause(paused);
        }
        var answers = new List<CallEvent>();
        var line = _call.Take(callEvent);
        _hints.Take(callEvent);
        NoteProgress(callEvent);
        if (line is not null)
        {
            HearTrainee(line, answers);
        }
        foreach (var cue in _patientCues.Of(_call, callEvent).Concat(RhythmCues.Of(_call, callEvent, line)))
        {
            _cues.Offer(cue);
        }
        if (callEvent is UtteranceSpoken or UtteranceCutOff)
        {
            answers.Add(new MetersMoved(_call.WordsPerMinute, _call.TalkRatio));
        }
        if (!_ended && !_call.TraineeSpeaking && !PatientStillDecides(callEvent))
        {
            GiveHintOrCue(callEvent, answers);
        }
        return [.. answers.Select(a => a with { AtMs = _call.NowMs })];
    }

    /// <summary>
    /// In a pause, which may be the end: what was said stands, however it goes on, and a cue that comes with the reply comes
    /// late. Where a feeling is still unanswered, only what matters more is said now, unless the turn sounds over.
    /// </summary>
    private IReadOnlyList<CallEvent> CueInPause(TraineePaused paused)
    {
        _call.Take(paused);
        var line = _call.SoFar(paused);
        var script = _script.Look(line.Utterance, line.Words);
        if (line.IsBackchannel || script.IsList)
        {
            return [];
        }
        var said = WordCues.Said(_call, line)
            .Concat(script.Avoided.Select(avoided => Better(avoided, line)))
            .Concat(script.Completed.Select(phase => Done(phase, line)))
            .ToList();
        if (RhythmCues.Interrupted(_call, line) is { } interrupted)
        {
            said.Add(interrupted);
        }
        foreach (var happened in Happens(paused))
        {
            said.AddRange(_patientCues.Of(_call, happened));
        }
        if (paused.SentenceWhole && RhythmCues.Fast(_call, line) is { } fast)
        {
            said.Add(fast);
        }
        var atLeast = paused.SentenceWhole ? 0 : WorthAPause;
        if (WordCues.Missed(_call, line) is { } missed)
        {
            atLeast = missed.Usefulness + (paused.SoundsOver ? 0 : 1);
            said.Add(missed);
        }
        foreach (var cue in said.Where(cue => cue.Usefulness >= atLeast))
        {
            _cues.Offer(cue);
        }
        return _cues.Next(_call.NowMs, atLeast) is { } given ? [given with { AtMs = _call.NowMs }] : [];
    }

    private IEnumerable<CallEvent> Happens(TraineePaused paused)
    {
        var scenario = _call.Scenario;
        foreach (var id in paused.Meets)
        {
            yield return scenario.Goals.Any(goal => goal.Id == id) ? new GoalMet(id, paused.Utterance) : new ObjectionDissolved(id, paused.Utterance);
        }
        foreach (var blocker in scenario.Blockers.Where(blocker => paused.Breaks.Contains(blocker.Id)))
        {
            yield return new BlockerRaised(blocker.Id, blocker.Kind, blocker.Text, paused.Utterance);
        }
    }

    public string? HintNow() => _difficulty >= Difficulty.Advanced || _ended ? null : _hints.Best();

    /// <summary>
    /// What the patient makes of an utterance comes a moment after it and may be worth more than its words: a rule broken,
    /// a wish met. Until the decision is there, or a moment has passed, the cue waits.
    /// </summary>
    private bool PatientStillDecides(CallEvent callEvent)
    {
        _patientDecidesFromMs = callEvent switch
        {
            UtteranceSpoken { Party: Party.Trainee } => callEvent.AtMs,
            PatientDecided or UtteranceSpoken or SpeechStarted { Party: Party.Patient } => null,
            _ => _call.NowMs - _patientDecidesFromMs >= DecisionMs ? null : _patientDecidesFromMs,
        };
        return _patientDecidesFromMs is not null;
    }

    private void HearTrainee(CallLine line, List<CallEvent> answers)
    {
        var heard = _script.Hear(line.Utterance, line.Whole);
        answers.AddRange(heard.Events);
        if (heard.Events.Any(e => e is PhraseUsed or PhaseDone))
        {
            _progressMs = _call.NowMs;
        }
        foreach (var said in heard.Events.OfType<PhraseAvoidedSaid>())
        {
            _cues.Offer(Better(said, line));
        }
        if (heard.IsList || line.IsBackchannel)
        {
            return;
        }
        foreach (var done in heard.Events.OfType<PhaseDone>())
        {
            _cues.Offer(Done(_call.Scenario.Script.Phases.First(phase => phase.Id == done.PhaseId), line));
        }
        foreach (var cue in WordCues.Of(_call, line).Concat(_voiceCues.Of(_call, line)))
        {
            _cues.Offer(cue);
        }
        if (line.Reading.Empathy > 0)
        {
            _cues.Withdraw("missedFeeling");
        }
        _call.MarkReplied();
    }

    private CueCandidate Better(PhraseAvoidedSaid said, CallLine line)
    {
        var phrase = _call.Scenario.Script.Avoid.First(a => a.Id == said.PhraseId);
        var text = phrase.Better.Length <= 70 ? $"Better: \"{phrase.Better}\"" : $"Better not: \"{phrase.Phrase}\"";
        return new CueCandidate(CueKind.Suggestion, ScoringCategory.ScriptAdherence, "avoid:" + said.PhraseId, 78,
            $"You said \"{said.Said}\". {phrase.Why}", line.Utterance, _call.NowMs, text);
    }

    private CueCandidate Done(ScriptPhase phase, CallLine line) => new(
        CueKind.Praise, ScoringCategory.ScriptAdherence, "phase:" + phase.Id, 38, line.Evidence().Quote, line.Utterance, _call.NowMs, $"{phase.Title}: done. Good.");

    private void NoteProgress(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case CallAnswered or GoalMet or FactRevealed or ObjectionDissolved or CallContinued:
                _progressMs = _call.NowMs;
                break;
            case PatientDecided decided:
                _notUnderstood = decided.Act is PatientAct.NotUnderstood or PatientAct.SayNeed ? _notUnderstood + 1 : 0;
                break;
            case HintGiven:
                _hintMs = Math.Max(_hintMs, callEvent.AtMs);
                break;
            default:
                break;
        }
    }

    private void GiveHintOrCue(CallEvent callEvent, List<CallEvent> answers)
    {
        var stalled = callEvent is DeadAirNoticed
            || (callEvent is PatientDecided && _notUnderstood >= 2)
            || (callEvent is UtteranceSpoken { Party: Party.Patient } && _call.NowMs - _progressMs >= StallMs);
        if (_difficulty == Difficulty.Beginner && stalled && _call.NowMs - _hintMs >= HintGapMs && _hints.Best() is { } hint)
        {
            _hints.MarkGiven(hint);
            _hintMs = _call.NowMs;
            _notUnderstood = 0;
            answers.Add(new HintGiven(hint, Asked: false));
        }
        else if (_cues.Next(_call.NowMs) is { } cue)
        {
            answers.Add(cue);
        }
    }
}
