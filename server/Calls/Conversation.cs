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
public sealed class Conversation(CallParts parts, CallLog log, Playout playout, ListeningStage listening, Action<CallCommand> tell) : IAsyncDisposable
{
    /// <summary>How far the log and the recording may be apart.</summary>
    private const int AlignedMs = 40;
    private readonly CallClock _clock = parts.Clock;
    private readonly Silences _silences = new(parts.Clock);
    private readonly AudioPaths _paths = new(parts.Clock);
    private readonly PatientReplies _replies = new(parts, playout, tell);
    private bool _replyLogged;
    private UtteranceSpoken? _planned;
    private bool _patientSpeaks;
    private TurnWaterfall? _waterfall;
    private string? _unheardRest;
    private string _lastLine = "";
    private bool _echoTold;
    private int _utterance;
    private readonly Addressee _addressee = new();
    private int? _holdSinceMs;
    private bool _paused;
    private bool _connected = true;

    /// <summary>Set once the call should end; the owner ends it.</summary>
    public CallCommand.End? Ending { get; private set; }

    public void Handle(CallCommand command)
    {
        switch (command)
        {
            case CallCommand.Answer: Answer(); break;
            case CallCommand.TakeUp: TakeUp(); break;
            case CallCommand.SpeechBegan: SpeechBegan(); break;
            case CallCommand.WordsSoFar words: Append(new PartialHeard(Party.Trainee, _utterance + 1, words.Text)); break;
            case CallCommand.BargedIn: CutOff(); break;
            case CallCommand.TraineePaused paused: TraineePaused(paused); break;
            case CallCommand.SpokeOn spoke: SpokeOn(spoke.SpokenMs); break;
            case CallCommand.TurnMayBeOver turn: Prepare(turn.Heard); break;
            case CallCommand.TurnGoesOn: _replies.Drop(); break;
            case CallCommand.TurnOver turn: TurnOver(turn.Heard); break;
            case CallCommand.Typed typed: Typed(typed.Text); break;
            case CallCommand.PatientStarted started: PatientStarted(started.Utterance); break;
            case CallCommand.PatientSaid said: PatientSaid(said); break;
            case CallCommand.PatientFinished finished: PatientFinished(finished); break;
            case CallCommand.Played played: Played(played.Position); break;
            case CallCommand.PathMeasured measured: PathMeasured(measured); break;
            case CallCommand.Hold hold: Hold(hold.OnHold); break;
            case CallCommand.Mute mute: Append(new MuteChanged(mute.Muted)); break;
            case CallCommand.Hint hint: Hint(hint.Given); break;
            case CallCommand.Connection connection: Connection(connection.Connected); break;
            case CallCommand.Notice notice: Append(new NoticeShown(notice.Code, notice.Text)); break;
            case CallCommand.SupervisorBegan: SupervisorBegan(); break;
            case CallCommand.SupervisorWords words: Append(new PartialHeard(Party.Supervisor, _utterance + 1, words.Text)); break;
            case CallCommand.SupervisorSaid said: SupervisorSaid(said); break;
            case CallCommand.Pause pause: Pause(pause); break;
            case CallCommand.Tick: Tick(); break;
            case CallCommand.End end: End(end.Reason, end.Text); break;
            default: throw new InvalidOperationException($"No such command: {command.GetType().Name}.");
        }
    }

    /// <summary>A reply is being written or made into sound.</summary>
    public bool IsPreparing => _replies.IsMaking;

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

    public ValueTask DisposeAsync() => _replies.DisposeAsync();

    private void Answer()
    {
        Append(new CallAnswered());
        Speak(parts.Mind.Open());
    }

    private void TakeUp()
    {
        Append(new CallContinued());
        if (CallReplay.Unanswered(log.Snapshot()) is { } turn)
        {
            Speak(parts.Mind.Hear(turn));
        }
        else if (CallReplay.UnheardLine(log.Snapshot()) is { } line)
        {
            Speak(Again(line));
        }
        _silences.Sound();
    }

    private void SpeechBegan()
    {
        _silences.TraineeSpeaks();
        Append(new SpeechStarted(Party.Trainee));
        if (_replies.Current is not null && !_patientSpeaks)
        {
            // The trainee goes on before the patient's first sound: the reply would cut them off.
            CutOff();
        }
    }

    private void SpokeOn(int spokenMs)
    {
        _replies.Drop();
        if (parts.Mind.Monologue(spokenMs) is { } decision)
        {
            Speak(decision);
        }
    }

    private void TraineePaused(CallCommand.TraineePaused paused)
    {
        var isNothing = (paused.OverPatient && EchoWords.Are(paused.Words, _lastLine)) || Backchannels.Is(SpokenLine.Of(paused.Words));
        if (!isNothing)
        {
            Append(new TraineePaused(_utterance + 1, paused.Words, paused.StartMs, paused.SpeechEndMs, paused.OverPatient));
        }
    }

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
        _unheardRest = null;
        var prepared = _replies.Take(HeardTurnOf(heard, _utterance + 1));
        var utterance = SpokenOf(heard, ++_utterance);
        Append(utterance);
        if (!_patientSpeaks)
        {
            _waterfall = new TurnWaterfall(_utterance, heard) { Prepared = prepared is not null };
            Reply(utterance, prepared);
        }
    }

    private static UtteranceSpoken SpokenOf(HeardUtterance heard, int utterance) => new(
        Party.Trainee, utterance, heard.Transcript.Text, heard.StartMs, heard.SpeechEndMs, Typed: false, heard.Transcript.Confidence, heard.OverPatient)
    {
        Words = [.. heard.Transcript.Words.Select(word => new SpokenWord(word.Text, word.StartMs, word.EndMs))],
        Voice = heard.Voice,
    };

    private static HeardTurn HeardTurnOf(HeardUtterance heard, int utterance) => new(utterance, heard.Transcript.Text, heard.Transcript.Confidence, heard.OverPatient);

    private bool IsEcho(HeardUtterance heard) => heard.OverPatient && EchoWords.Are(heard.Transcript.Text, _lastLine);

    // The patient was stopped for no more than a sign that the trainee listens.
    private bool IsBackchannel(HeardUtterance heard) =>
        _unheardRest is { Length: > 0 } && heard.Voice.SpeechMs <= parts.Options.BackchannelMs && Backchannels.Is(SpokenLine.Of(heard.Transcript.Text));

    private void Prepare(HeardUtterance heard)
    {
        if (heard.Transcript.Text.Length == 0 || _patientSpeaks || _replies.Current is not null || IsBackchannel(heard) || IsEcho(heard))
        {
            return;
        }
        var turn = HeardTurnOf(heard, _utterance + 1);
        _replies.Prepare(turn, [.. Recent(), SpokenOf(heard, turn.Utterance)]);
    }

    // What the patient's words are written from.
    private IReadOnlyList<CallEvent> Recent() => log.Snapshot(log.LastSeq - 60);

    private void Typed(string text)
    {
        if (_paused)
        {
            Append(new NoticeShown("paused", "The call is paused. Say it again when it goes on."));
            return;
        }
        _silences.Sound();
        var overPatient = _patientSpeaks;
        CutOff();
        _unheardRest = null;
        var now = _clock.NowMs;
        var utterance = new UtteranceSpoken(Party.Trainee, ++_utterance, text, now, now, Typed: true, 1, overPatient);
        Append(utterance);
        _waterfall = new TurnWaterfall(_utterance, now);
        Reply(utterance);
    }

    private void Reply(UtteranceSpoken said, PreparedReply? prepared = null)
    {
        Append(new PatientThinking());
        var decision = prepared?.Tentative.Decision ?? parts.Mind.Hear(new HeardTurn(said.Utterance, said.Text, said.Confidence, said.InterruptedOther));
        var addressed = _addressee.Answer(decision, said.Party);
        if (!ReferenceEquals(addressed, decision))
        {
            // A reply that was prepared lacks the word to somebody else, and is made anew.
            prepared?.Stopping.Cancel();
            prepared = null;
        }
        Speak(addressed, prepared);
    }

    private void Speak(PatientDecision decision, PreparedReply? prepared = null)
    {
        CutOff();
        foreach (var callEvent in decision.Events)
        {
            Append(callEvent);
        }
        listening.PatientAskedFor = parts.Mind.AskedFor;
        listening.PatientSaid = decision.Line;
        if (_waterfall is { } waterfall)
        {
            waterfall.DecisionMs ??= _clock.NowMs;
        }
        if (decision.Line.Length == 0)
        {
            if (decision.EndsCall)
            {
                EndByPatient(decision);
            }
            return;
        }
        _replyLogged = false;
        _utterance = _replies.Speak(decision, _utterance + 1, Recent(), prepared).Utterance;
    }

    private void PatientStarted(int utterance)
    {
        if (_replies.Current?.Utterance == utterance)
        {
            _patientSpeaks = true;
            _silences.PatientSpeaks();
            Append(new SpeechStarted(Party.Patient));
        }
    }

    private void PatientSaid(CallCommand.PatientSaid said)
    {
        if (_replies.Current?.Utterance != said.Utterance)
        {
            return;
        }
        if (said.IsWhole)
        {
            LogReply(_replies.Current, said.Text);
        }
        else
        {
            Append(new PartialHeard(Party.Patient, said.Utterance, said.Text));
        }
    }

    private void LogReply(ReplySpeaker reply, string text)
    {
        if (!_replyLogged && text.Length > 0)
        {
            _replyLogged = true;
            _lastLine = text;
            var start = reply.FirstAudioMs ?? _clock.NowMs;
            _planned = new UtteranceSpoken(Party.Patient, reply.Utterance, text, start, start + reply.LengthMs, Typed: false, 1, false);
            Append(_planned);
        }
    }

    // The recording and the transcript must agree on when it was said.
    private void LogMoved(HeardSpan? heard)
    {
        if (heard is { } span && span.Samples > 0 && _planned is { } planned && planned.Utterance == span.Utterance
            && (Math.Abs(span.StartMs - planned.StartMs) > AlignedMs || span.EndMs - planned.EndMs > AlignedMs))
        {
            Append(new UtterancePlayed(span.Utterance, span.StartMs, span.EndMs));
        }
    }

    private void PatientFinished(CallCommand.PatientFinished finished)
    {
        if (_replies.Current is not { } reply || reply.Utterance != finished.Utterance)
        {
            return;
        }
        LogReply(reply, reply.Text);
        LogMoved(finished.Heard);
        Timed(null);
        _replies.Finished();
        _patientSpeaks = false;
        _silences.Sound();
        Append(new SpeechStopped(Party.Patient));
        if (reply.Decision.EndsCall)
        {
            EndByPatient(reply.Decision);
        }
    }

    private void Played(PlayedPosition position)
    {
        playout.Played(position);
        if (_replies.Current?.Utterance == position.Utterance && position.FirstSoundAgoMs is { } ago)
        {
            Timed(_clock.NowMs - Math.Clamp(ago, 0, 10_000));
        }
    }

    private void PathMeasured(CallCommand.PathMeasured measured)
    {
        if (_paths.Measured(measured.Path, measured.Figures) is { } used)
        {
            Append(used);
        }
    }

    private void Timed(int? playedAtMs)
    {
        if (_waterfall is { } waterfall && _replies.Current is { } reply)
        {
            Append(waterfall.Finish(reply, playedAtMs));
            _waterfall = null;
        }
    }

    // The patient falls silent at once; the log keeps only what was heard.
    private void CutOff()
    {
        _replies.Drop();
        if (_replies.Current is not { } reply)
        {
            return;
        }
        var heard = playout.Interrupt();
        _replies.Stop();
        var heardText = _patientSpeaks ? reply.HeardText(heard?.Samples ?? 0) : "";
        if (_patientSpeaks)
        {
            LogReply(reply, reply.Text);
        }
        LogMoved(heard);
        Append(new UtteranceCutOff(reply.Utterance, heardText, _clock.NowMs));
        parts.Mind.CutOff(Addressee.OfTheMinds(reply.Decision.Line, HeardShare.OfLine(reply.Decision.Line, reply.Text, heardText)));
        if (_patientSpeaks)
        {
            _patientSpeaks = false;
            Append(new SpeechStopped(Party.Patient));
            _unheardRest = Rest(reply.Text, heardText);
        }
    }

    private static string Rest(string whole, string heard) =>
        whole.StartsWith(heard, StringComparison.Ordinal) ? whole[heard.Length..].Trim() : whole;

    // What stopped the patient was no interruption after all: it goes on where it was.
    private void Resume()
    {
        if (_unheardRest is { Length: > 0 } rest && !_patientSpeaks && _replies.Current is null)
        {
            parts.Mind.GoOn();
            Speak(Again(rest));
        }
        _unheardRest = null;
    }

    private PatientDecision Again(string line) => new()
    {
        Act = PatientAct.Resume,
        Key = CallReplay.GoOnKey,
        Line = line,
        Why = "The patient goes on with what was not heard.",
        Mood = parts.Mind.Mood,
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
            CutOff();
        }
        _replies.Drop();
        listening.IsDeaf = onHold || _paused;
        var heldMs = _holdSinceMs is { } since ? _clock.NowMs - since : 0;
        _holdSinceMs = onHold ? _clock.NowMs : null;
        _silences.Sound();
        Append(new HoldChanged(onHold));
        parts.Mind.HoldChanged(onHold, heldMs);
    }

    private void SupervisorBegan()
    {
        _silences.TraineeSpeaks();
        Append(new SpeechStarted(Party.Supervisor));
        if (_replies.Current is not null && !_patientSpeaks)
        {
            CutOff();
        }
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
        var overPatient = _patientSpeaks;
        if (said.IsTyped)
        {
            CutOff();
        }
        _unheardRest = null;
        var utterance = new UtteranceSpoken(
            Party.Supervisor, ++_utterance, said.Transcript.Text, said.StartMs, said.EndMs, said.IsTyped, said.Transcript.Confidence, overPatient);
        Append(utterance);
        if (!_patientSpeaks && !_paused && _holdSinceMs is null)
        {
            _waterfall = null;
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
            CutOff();
        }
        _replies.Drop();
        _paused = pause.Paused;
        listening.IsDeaf = _paused || _holdSinceMs is not null;
        _silences.Sound();
        Append(new CallPaused(pause.Name, pause.Paused, pause.Reason));
        if (!_paused && _holdSinceMs is null)
        {
            Resume();
        }
    }

    private void Hint(TaskCompletionSource<string?> answer)
    {
        var hint = parts.Coach.HintNow();
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
        playout.Pause(!connected);
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
            if (_clock.NowMs - since >= parts.Options.MaxHoldMs)
            {
                End(EndReason.PatientHungUp, "The patient hung up after waiting on hold.");
            }
            return;
        }
        if (_clock.NowMs >= parts.Options.MaxCallMs)
        {
            End(EndReason.TooLong, "The call reached the longest time that this server allows.");
            return;
        }
        if (!_connected || _patientSpeaks || _replies.Current is not null || listening.IsInTurn)
        {
            return;
        }
        var silenceMs = _silences.Ms;
        if (parts.Mind.Silence(silenceMs) is { } decision)
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
            CutOff();
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
        var appended = log.Append(callEvent);
        foreach (var answer in parts.Coach.Observe(appended))
        {
            log.Append(answer);
        }
    }
}
