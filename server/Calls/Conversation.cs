using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Words;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// What happens between the two parties: takes commands one at a time, lets the patient's mind decide, has the reply
/// spoken, and writes everything to the log. Its owner calls it from one loop.
/// </summary>
public sealed class Conversation : IAsyncDisposable
{
    private readonly CallParts _parts;
    private readonly CallLog _log;
    private readonly Playout _playout;
    private readonly ListeningStage _listening;
    private readonly CallClock _clock;
    private readonly Silences _silences;
    private readonly AudioPaths _paths;
    private readonly PatientSide _patient;
    private readonly Addressee _addressee = new();
    private bool _echoTold;
    private int _utterance;
    private UtteranceSpoken? _answered;
    private bool _brokenInto;
    private int? _holdSinceMs;
    private bool _paused;
    private bool _connected = true;

    public Conversation(CallParts parts, CallLog log, Playout playout, ListeningStage listening, Action<CallCommand> tell)
    {
        (_parts, _log, _playout, _listening, _clock) = (parts, log, playout, listening, parts.Clock);
        _silences = new Silences(parts.Clock);
        _paths = new AudioPaths(parts.Clock);
        _patient = new PatientSide(parts, playout, _silences, tell, Append);
    }

    /// <summary>Set once the call should end; the owner ends it.</summary>
    public CallCommand.End? Ending { get; private set; }

    public void Handle(CallCommand command)
    {
        switch (command)
        {
            case CallCommand.Answer: Answer(); break;
            case CallCommand.TakeUp: TakeUp(); break;
            case CallCommand.SpeechBegan began: SpeechBegan(Party.Trainee, began.GoesOn); break;
            case CallCommand.WordsSoFar words: Append(new PartialHeard(Party.Trainee, _utterance + 1, words.Text)); break;
            case CallCommand.BargedIn: _patient.CutOff(); break;
            case CallCommand.TraineePaused paused: TraineePaused(paused); break;
            case CallCommand.SpokeOn spoke: SpokeOn(spoke.SpokenMs); break;
            case CallCommand.TurnMayBeOver turn: Prepare(turn.Heard); break;
            case CallCommand.TurnGoesOn: _patient.DropPrepared(); break;
            case CallCommand.TurnOver turn: TurnOver(turn.Heard); break;
            case CallCommand.Typed typed: Typed(typed.Text); break;
            case CallCommand.PatientStarted started: _patient.Started(started.Utterance); break;
            case CallCommand.PatientSaid said: _patient.Said(said); break;
            case CallCommand.PatientFinished finished: PatientFinished(finished); break;
            case CallCommand.Played played: _patient.Played(played.Position); break;
            case CallCommand.PathMeasured measured: PathMeasured(measured); break;
            case CallCommand.Hold hold: Hold(hold.OnHold); break;
            case CallCommand.Mute mute: Append(new MuteChanged(mute.Muted)); break;
            case CallCommand.Hint hint: Hint(hint.Given); break;
            case CallCommand.Connection connection: Connection(connection.Connected); break;
            case CallCommand.Notice notice: Append(new NoticeShown(notice.Code, notice.Text)); break;
            case CallCommand.SupervisorBegan began: SpeechBegan(Party.Supervisor, began.GoesOn); break;
            case CallCommand.SupervisorWords words: Append(new PartialHeard(Party.Supervisor, _utterance + 1, words.Text)); break;
            case CallCommand.SupervisorSaid said: SupervisorSaid(said); break;
            case CallCommand.Pause pause: Pause(pause); break;
            case CallCommand.Tick: Tick(); break;
            case CallCommand.End end: End(end.Reason, end.Text); break;
            default: throw new InvalidOperationException($"No such command: {command.GetType().Name}.");
        }
    }

    /// <summary>A reply is being written or made into sound.</summary>
    public bool IsPreparing => _patient.IsPreparing;

    /// <summary>Takes over where an interrupted call stood.</summary>
    public void Restore(IReadOnlyList<CallEvent> events)
    {
        _addressee.Restore(events);
        _utterance = events.Max(callEvent => callEvent switch
        {
            UtteranceSpoken said => said.Utterance,
            UtteranceCutOff cut => cut.Utterance,
            _ => 0,
        });
    }

    public ValueTask DisposeAsync() => _patient.DisposeAsync();

    private void Answer()
    {
        Append(new CallAnswered());
        Speak(_parts.Mind.Open());
    }

    private void TakeUp()
    {
        Append(new CallContinued());
        if (CallReplay.Unanswered(_log.Snapshot()) is { } turn)
        {
            Speak(_parts.Mind.Hear(turn));
        }
        else if (CallReplay.UnheardLine(_log.Snapshot()) is { } line)
        {
            Speak(Again(line));
        }
        _silences.Sound();
    }

    private void SpeechBegan(Party party, bool goesOn)
    {
        _silences.TraineeSpeaks();
        Append(new SpeechStarted(party));
        var brokenInto = _patient.IsAboutToSpeak || goesOn;
        // A supervisor who begins meanwhile leaves the trainee's turn what it is.
        _brokenInto = party == Party.Trainee ? brokenInto : _brokenInto;
        if (brokenInto)
        {
            // Who speaks goes on before the patient's first sound: the reply would cut them off.
            _patient.CutOff();
        }
    }

    private void SpokeOn(int spokenMs)
    {
        _patient.DropPrepared();
        if (_parts.Mind.Monologue(spokenMs) is { } decision)
        {
            Speak(decision);
        }
    }

    private void TraineePaused(CallCommand.TraineePaused paused)
    {
        var isNothing = (paused.OverPatient && EchoWords.Are(paused.Words, _patient.LastLine)) || Backchannels.Is(SpokenLine.Of(paused.Words));
        if (isNothing)
        {
            return;
        }
        var happens = Foresee(paused);
        Append(new TraineePaused(_utterance + 1, paused.Words, paused.StartMs, paused.SpeechEndMs, paused.Interrupts)
        {
            SentenceWhole = paused.Wait.SentenceWhole,
            SoundsOver = paused.Wait.SoundsOver,
            Meets = [.. happens.Select(happened => happened switch { GoalMet goal => goal.GoalId, ObjectionDissolved objection => objection.ObjectionId, _ => null }).OfType<string>()],
            // Who has not passed an emergency on may be about to.
            Breaks = [.. happens.OfType<BlockerRaised>().Where(blocker => blocker.Kind != BlockerKind.EmergencyNotEscalated).Select(blocker => blocker.BlockerId)],
        });
    }

    // A sentence that is whole has been said, whatever follows it.
    private IReadOnlyList<CallEvent> Foresee(CallCommand.TraineePaused paused) => !paused.Wait.SentenceWhole || _patient.IsBusy ? []
        : _patient.Foresee(new HeardTurn(_utterance + 1, paused.Words, 1, paused.Interrupts) { Before = Beginning(paused.OverPatient, paused.Interrupts)?.Text })?.Events ?? [];

    private void TurnOver(HeardUtterance heard)
    {
        _silences.Sound();
        Append(new SpeechStopped(Party.Trainee));
        var text = heard.Transcript.Text;
        if (text.Length == 0)
        {
            Resume();
            return;
        }
        if (IsEcho(heard))
        {
            if (!_echoTold)
            {
                _echoTold = true;
                Append(new NoticeShown("echoHeard", "The patient's voice came back through your microphone and was not taken for yours. A headset helps."));
            }
            Resume();
            return;
        }
        if (IsBackchannel(heard))
        {
            Append(SpokenOf(heard, ++_utterance));
            Resume();
            return;
        }
        var utterance = SpokenOf(heard, _utterance + 1);
        _patient.ForgetUnheardRest();
        var prepared = _patient.TakePrepared(HeardTurnOf(utterance));
        _utterance = utterance.Utterance;
        Append(utterance);
        if (!_patient.Speaks)
        {
            _patient.Waterfall = new TurnWaterfall(_utterance, heard) { Prepared = prepared is not null };
            Reply(utterance, prepared);
        }
    }

    private UtteranceSpoken SpokenOf(HeardUtterance heard, int utterance) => new(
        Party.Trainee, utterance, heard.Transcript.Text, heard.StartMs, heard.SpeechEndMs, Typed: false, heard.Transcript.Confidence, heard.Interrupts)
    {
        Words = [.. heard.Transcript.Words.Select(word => new SpokenWord(word.Text, word.StartMs, word.EndMs))],
        GoesOnFrom = Beginning(heard.OverPatient, heard.Interrupts)?.Utterance,
        Voice = heard.Voice,
    };

    // What the turn goes on with: the patient was stopped by somebody who had begun before they can have heard it, so it broke into their pause.
    private UtteranceSpoken? Beginning(bool overPatient, bool interrupts) =>
        _patient.HasUnheardRest && (_brokenInto || (overPatient && !interrupts)) ? _answered : null;

    private HeardTurn HeardTurnOf(UtteranceSpoken said) => HeardTurn.Of(said, said.GoesOnFrom is null ? null : _answered?.Text);

    private bool IsEcho(HeardUtterance heard) => heard.OverPatient && EchoWords.Are(heard.Transcript.Text, _patient.LastLine);

    // The patient was stopped for no more than a sign that the trainee listens.
    private bool IsBackchannel(HeardUtterance heard) =>
        _patient.HasUnheardRest && heard.Voice.SpeechMs <= _parts.Options.BackchannelMs && Backchannels.Is(SpokenLine.Of(heard.Transcript.Text));

    private void Prepare(HeardUtterance heard)
    {
        if (heard.Transcript.Text.Length == 0 || _patient.IsBusy || IsBackchannel(heard) || IsEcho(heard))
        {
            return;
        }
        var said = SpokenOf(heard, _utterance + 1);
        _patient.Prepare(HeardTurnOf(said), [.. Recent(), said]);
    }

    // What the patient's words are written from.
    private IReadOnlyList<CallEvent> Recent() => _log.Snapshot(_log.LastSeq - 60);

    private void Typed(string text)
    {
        if (_paused)
        {
            Append(new NoticeShown("paused", "The call is paused. Say it again when it goes on."));
            return;
        }
        _silences.Sound();
        var overPatient = _patient.Speaks;
        _patient.CutOff();
        _patient.ForgetUnheardRest();
        var now = _clock.NowMs;
        var utterance = new UtteranceSpoken(Party.Trainee, ++_utterance, text, now, now, Typed: true, 1, overPatient);
        Append(utterance);
        _patient.Waterfall = new TurnWaterfall(_utterance, now);
        Reply(utterance);
    }

    private void Reply(UtteranceSpoken said, PreparedReply? prepared = null)
    {
        Append(new PatientThinking());
        var decision = prepared?.Tentative.Decision ?? _parts.Mind.Hear(HeardTurnOf(said));
        var addressed = _addressee.Answer(decision, said.Party);
        if (!ReferenceEquals(addressed, decision))
        {
            // A reply that was prepared lacks the word to somebody else, and is made anew.
            prepared?.Stopping.Cancel();
            prepared = null;
        }
        Speak(addressed, said.Party == Party.Trainee ? said : null, prepared);
    }

    /// <param name="to">The trainee's words that it answers, if it answers any.</param>
    private void Speak(PatientDecision decision, UtteranceSpoken? to = null, PreparedReply? prepared = null)
    {
        _patient.CutOff();
        _patient.ForgetUnheardRest();
        _answered = to;
        foreach (var callEvent in decision.Events.Where(happened => to?.GoesOnFrom is not { } before || !HasHappened(happened, before)))
        {
            Append(callEvent);
        }
        _listening.PatientAskedFor = _parts.Mind.AskedFor;
        _listening.PatientSaid = decision.Line;
        _patient.Decided();
        if (decision.Line.Length == 0)
        {
            if (decision.EndsCall)
            {
                EndByPatient(decision);
            }
            return;
        }
        _utterance = _patient.Say(decision, _utterance + 1, Recent(), prepared);
    }

    // What was met by the words before the patient broke in is met by the whole as well, and is told once.
    private bool HasHappened(CallEvent happened, int before) => Recent().Any(earlier => (earlier, happened) switch
    {
        (GoalMet met, GoalMet again) => met.GoalId == again.GoalId && met.Utterance == before,
        (ObjectionDissolved dissolved, ObjectionDissolved again) => dissolved.ObjectionId == again.ObjectionId && dissolved.Utterance == before,
        _ => false,
    });

    private void PatientFinished(CallCommand.PatientFinished finished)
    {
        if (_patient.Finished(finished) is { EndsCall: true } decision)
        {
            EndByPatient(decision);
        }
    }

    private void PathMeasured(CallCommand.PathMeasured measured)
    {
        if (_paths.Measured(measured.Path, measured.Figures) is { } used)
        {
            Append(used);
        }
    }

    // What stopped the patient was no interruption after all: it goes on where it was.
    private void Resume()
    {
        if (_patient.TakeUnheardRest() is { } rest)
        {
            _parts.Mind.GoOn();
            Speak(Again(rest));
        }
    }

    private PatientDecision Again(string line) => new()
    {
        Act = PatientAct.Resume,
        Key = CallReplay.GoOnKey,
        Line = line,
        Why = "The patient goes on with what was not heard.",
        Mood = _parts.Mind.Mood,
        Events = [new PatientDecided(PatientAct.Resume, CallReplay.GoOnKey, "The patient goes on with what was not heard.")],
    };

    private void Hold(bool onHold)
    {
        if (onHold == _holdSinceMs is not null)
        {
            return;
        }
        if (onHold)
        {
            _patient.CutOff();
        }
        _patient.DropPrepared();
        _listening.IsDeaf = onHold || _paused;
        var heldMs = _holdSinceMs is { } since ? _clock.NowMs - since : 0;
        _holdSinceMs = onHold ? _clock.NowMs : null;
        _silences.Sound();
        Append(new HoldChanged(onHold));
        _parts.Mind.HoldChanged(onHold, heldMs);
    }

    private void SupervisorSaid(CallCommand.SupervisorSaid said)
    {
        _silences.Sound();
        if (!said.IsTyped)
        {
            Append(new SpeechStopped(Party.Supervisor));
        }
        if (said.Transcript.Text.Length == 0)
        {
            Resume();
            return;
        }
        var overPatient = _patient.Speaks;
        if (said.IsTyped)
        {
            _patient.CutOff();
        }
        _patient.ForgetUnheardRest();
        var utterance = new UtteranceSpoken(
            Party.Supervisor, ++_utterance, said.Transcript.Text, said.StartMs, said.EndMs, said.IsTyped, said.Transcript.Confidence, overPatient);
        Append(utterance);
        if (!_patient.Speaks && !_paused && _holdSinceMs is null)
        {
            _patient.Waterfall = null;
            Reply(utterance);
        }
    }

    // Nobody is heard and nothing happens until it goes on; then the patient says what it was kept from saying.
    private void Pause(CallCommand.Pause pause)
    {
        if (pause.Paused == _paused)
        {
            return;
        }
        if (pause.Paused)
        {
            _patient.CutOff();
        }
        _patient.DropPrepared();
        _paused = pause.Paused;
        _listening.IsDeaf = _paused || _holdSinceMs is not null;
        _silences.Sound();
        Append(new CallPaused(pause.Name, pause.Paused, pause.Reason));
        if (!_paused && _holdSinceMs is null)
        {
            Resume();
        }
    }

    private void Hint(TaskCompletionSource<string?> answer)
    {
        var hint = _parts.Coach.HintNow();
        if (hint is not null)
        {
            Append(new HintGiven(hint, Asked: true));
        }
        answer.TrySetResult(hint);
    }

    private void Connection(bool connected)
    {
        if (connected == _connected)
        {
            return;
        }
        _connected = connected;
        _playout.Pause(!connected);
        _silences.Sound();
        Append(new ConnectionChanged(connected));
    }

    private void Tick()
    {
        if (_paused)
        {
            return;
        }
        if (_holdSinceMs is { } since)
        {
            if (_clock.NowMs - since >= _parts.Options.MaxHoldMs)
            {
                End(EndReason.PatientHungUp, "The patient hung up after waiting on hold.");
            }
            return;
        }
        if (_clock.NowMs >= _parts.Options.MaxCallMs)
        {
            End(EndReason.TooLong, "The call reached the longest time that this server allows.");
            return;
        }
        if (!_connected || _patient.IsBusy || _listening.IsInTurn)
        {
            return;
        }
        var silenceMs = _silences.Ms;
        if (_parts.Mind.Silence(silenceMs) is { } decision)
        {
            Append(new DeadAirNoticed(silenceMs));
            Speak(decision);
            _silences.Sound();
        }
    }

    private void EndByPatient(PatientDecision decision)
    {
        var (reason, text) = decision.Act switch
        {
            PatientAct.AnyoneThere => (EndReason.DeadAir, "The patient heard nothing and hung up."),
            PatientAct.HangUp => (EndReason.PatientHungUp, "The patient hung up."),
            _ => (EndReason.PatientSaidGoodBye, "You said goodbye to each other."),
        };
        End(reason, text);
    }

    private void End(EndReason reason, string text)
    {
        if (Ending is null)
        {
            _patient.CutOff();
            if (_paths.End() is { } used)
            {
                Append(used);
            }
            Append(new CallEnded(reason, text));
            Ending = new CallCommand.End(reason, text);
        }
    }

    private void Append(CallEvent callEvent)
    {
        var appended = _log.Append(callEvent);
        foreach (var answer in _parts.Coach.Observe(appended))
        {
            _log.Append(answer);
        }
    }
}
