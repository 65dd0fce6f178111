using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// From the microphone's frames to the trainee's turns: records, detects speech, recognises, and decides by the turn
/// detector when a turn is over. In a pause that may be the end the words are written down at once, so that the reply can
/// be prepared; what is said after it makes another piece of the same turn. Runs as one loop; counts time in samples.
/// </summary>
public sealed class ListeningStage : IAsyncDisposable
{
    private readonly MicrophoneIntake _intake;
    private readonly ISpeechDetector _detector;
    private readonly IRecognitionStream? _recognition;
    private readonly ITurnDetector _turns;
    private readonly ICallRecorder _recorder;
    private readonly Playout _playout;
    private readonly EchoDetector _echo;
    private readonly CallClock _clock;
    private readonly CallOptions _options;
    private readonly Action<CallCommand> _tell;
    private readonly Preroll _preroll = new();
    private readonly TraineeVoice _voice = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _listening;
    private TraineeTurn? _turn;
    private long _heard;
    private int _pieceFromMs;
    private volatile string _written = "";
    private volatile string _words = "";
    private volatile string? _askedFor;
    private volatile string _patientSaid = "";
    private volatile bool _deaf;

    public ListeningStage(CallParts parts, MicrophoneIntake intake, Playout playout, EchoDetector echo, Action<CallCommand> tell)
    {
        (_intake, _playout, _echo, _tell) = (intake, playout, echo, tell);
        (_detector, _recognition, _turns) = (parts.SpeechDetector, parts.Recognition, parts.TurnDetector);
        (_recorder, _clock, _options) = (parts.Recorder, parts.Clock, parts.Options);
        if (_recognition is not null)
        {
            _recognition.Partial += OnPartial;
        }
        _listening = ListenAsync();
    }

    public long DroppedFrames => _intake.DroppedFrames + (_recognition?.DroppedFrames ?? 0);

    public long HeardFrames => Interlocked.Read(ref _heard);

    /// <summary>The trainee is in the middle of an utterance.</summary>
    public bool IsInTurn => Volatile.Read(ref _turn) is not null;

    /// <summary>On hold: what the trainee says now is neither heard nor recorded.</summary>
    public bool IsDeaf
    {
        get => _deaf;
        set => _deaf = value;
    }

    /// <summary>The topic that the patient last asked for, which the turn detector waits for.</summary>
    public string? PatientAskedFor
    {
        get => _askedFor;
        set => _askedFor = value;
    }

    /// <summary>The patient's last line, which the trainee answers.</summary>
    public string PatientSaid
    {
        get => _patientSaid;
        set => _patientSaid = value;
    }

    public async ValueTask DisposeAsync()
    {
        _intake.Complete();
        await _stopping.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_recognition is not null)
        {
            _recognition.Partial -= OnPartial;
            await _recognition.DisposeAsync();
        }
        (_detector as IDisposable)?.Dispose();
        _stopping.Dispose();
        // What broke the loop is the owner's to know.
        if (_listening.IsFaulted)
        {
            await _listening;
        }
    }

    private void OnPartial(PartialTranscript partial)
    {
        if (partial.Text.Length > 0)
        {
            var written = _written;
            _words = written.Length == 0 ? partial.Text : $"{written} {partial.Text}";
            _tell(new CallCommand.WordsSoFar(_words));
        }
    }

    private async Task ListenAsync()
    {
        await foreach (var frame in _intake.Frames.ReadAllAsync(_stopping.Token))
        {
            if (_deaf)
            {
                await DropTurnAsync();
            }
            else if (frame.IsGap)
            {
                await FinishAsync("the microphone went quiet");
            }
            else
            {
                _recorder.Trainee(AudioFormat.Samples(1) * (long)frame.AtMs, frame.Samples);
                await HearAsync(frame);
            }
            Interlocked.Increment(ref _heard);
        }
    }

    private async ValueTask HearAsync(MicrophoneFrame frame)
    {
        var sound = _detector.Process(frame.Samples);
        _echo.Heard(AudioFormat.Samples(1) * (long)frame.AtMs, frame.Samples);
        var judgement = sound.IsSpeech ? _echo.Judge() : EchoJudgement.Unsure;
        if (judgement == EchoJudgement.Echo)
        {
            // The patient, back through the loudspeaker: nobody has spoken.
            sound = sound with { IsSpeech = false };
        }
        if (_turn is null)
        {
            _preroll.Add(frame);
            // What is only held on, perhaps after an echo, begins no turn.
            if (!sound.IsSpeech || sound.IsHeld)
            {
                return;
            }
            Begin(frame, sound);
        }
        else if (_turn.IsWritten)
        {
            _preroll.Add(frame);
        }
        else
        {
            _recognition?.Write(frame.Samples);
        }
        var turn = _turn!;
        turn.Add(frame, sound, _playout.IsSpeaking);
        if (turn.IsWritten && turn.SilenceMs == 0)
        {
            turn.IsWritten = false;
            WriteEarly(frame);
            _tell(new CallCommand.TurnGoesOn());
        }
        LookForBargeIn(turn, judgement);
        if (turn.Tells(5_000))
        {
            _tell(new CallCommand.SpokeOn(frame.EndMs - turn.StartMs));
        }
        if (frame.EndMs - turn.StartMs >= _options.MaxUtteranceMs)
        {
            await FinishAsync("the longest utterance was reached");
        }
        else if (turn.SilenceMs > 0)
        {
            await LookForEndAsync(turn, sound);
        }
    }

    private async ValueTask LookForEndAsync(TraineeTurn turn, SpeechFrame sound)
    {
        var wait = WaitFor(turn);
        if (!turn.IsWritten && IsTimeToPrepare(turn, wait))
        {
            await WriteDownAsync(turn);
            _tell(new CallCommand.TurnMayBeOver(Heard(turn, _clock.NowMs, wait.Reason)));
            // The words may be others now.
            wait = WaitFor(turn);
        }
        var mayGoOn = sound.MayBegin && turn.SilenceMs < wait.SilenceMs + _options.MayGoOnMs;
        if (turn.SilenceMs >= wait.SilenceMs && !mayGoOn)
        {
            await FinishAsync(wait.Reason);
        }
        else if (turn.TellsPause(_options.CueAfterMs) && _words is { Length: > 0 } words)
        {
            _tell(new CallCommand.TraineePaused(words, turn.StartMs, turn.SpeechEndMs, turn.OverPatient, turn.Interrupts, wait));
        }
    }

    private bool IsTimeToPrepare(TraineeTurn turn, TurnWait wait) => wait.SilenceMs <= _options.PrepareWithinMs
        && turn.SilenceMs >= Math.Max(_options.PrepareAfterMs, wait.SilenceMs - _options.PrepareAheadMs);

    private TurnWait WaitFor(TraineeTurn turn) =>
        _turns.WaitFor(new TurnContext(_words, turn.SpeechMs, _askedFor) { PatientSaid = _patientSaid, PausesBefore = turn.Pauses, VoiceOdds = turn.VoiceOdds() });

    private void Begin(MicrophoneFrame frame, SpeechFrame sound)
    {
        _words = _written = "";
        var patientSinceMs = _playout.SpeakingSinceMs;
        var patientHeardMs = frame.AtMs - sound.LateMs - patientSinceMs;
        var goesOn = patientHeardMs < _options.UnheardMs;
        Volatile.Write(ref _turn, new TraineeTurn(frame.AtMs, patientHeardMs >= _options.UnheardMs, _voice)
        {
            BargedIn = goesOn,
            Interrupts = patientHeardMs >= Math.Max(_options.UnheardMs, TraineeTurn.TogetherMs),
        });
        WriteEarly(frame);
        _tell(new CallCommand.SpeechBegan(frame.AtMs, goesOn));
    }

    private void WriteEarly(MicrophoneFrame frame)
    {
        var frames = _preroll.Take();
        _pieceFromMs = frame.EndMs - frames.Count * AudioFormat.FrameMs;
        foreach (var early in frames)
        {
            _recognition?.Write(early);
        }
    }

    private void LookForBargeIn(TraineeTurn turn, EchoJudgement judgement)
    {
        if (!turn.BargedIn && turn.OverMs >= NeededForBargeIn(turn, judgement))
        {
            turn.BargedIn = true;
            _tell(new CallCommand.BargedIn());
        }
    }

    private int NeededForBargeIn(TraineeTurn turn, EchoJudgement judgement)
    {
        // A patient who broke into a monologue does not give up at the next syllable.
        if (!turn.OverPatient)
        {
            return _options.InsistMs;
        }
        var mayBeEcho = _clock.NowMs < _options.EarlyMs && judgement != EchoJudgement.SomebodyElse;
        return mayBeEcho ? _options.EarlyBargeInMs : _options.BargeInMs;
    }

    private async ValueTask FinishAsync(string reason)
    {
        if (_turn is not { } turn)
        {
            return;
        }
        var endpointMs = _clock.NowMs;
        if (!turn.IsWritten)
        {
            await WriteDownAsync(turn);
        }
        Volatile.Write(ref _turn, null);
        _tell(new CallCommand.TurnOver(Heard(turn, endpointMs, reason)));
    }

    private async ValueTask WriteDownAsync(TraineeTurn turn)
    {
        turn.Transcript.Add(await RecogniseAsync(), _pieceFromMs - turn.StartMs);
        turn.IsWritten = true;
        _words = _written = turn.Transcript.Whole.Text;
    }

    private HeardUtterance Heard(TraineeTurn turn, int endpointMs, string reason) => new(
        turn.Transcript.Whole, turn.StartMs, turn.SpeechEndMs, endpointMs, _clock.NowMs, reason, turn.OverPatient, turn.Interrupts, turn.Measures());

    private async ValueTask<Transcript> RecogniseAsync()
    {
        if (_recognition is null)
        {
            return Transcript.Empty;
        }
        try
        {
            return await _recognition.FinishAsync(_stopping.Token);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            _tell(new CallCommand.Notice("recogniserFailed", "What you said could not be written down. Type it, or say it again."));
            return Transcript.Empty;
        }
    }

    private async ValueTask DropTurnAsync()
    {
        if (_turn is not null && _recognition is not null)
        {
            await _recognition.AbandonAsync();
        }
        Volatile.Write(ref _turn, null);
        _preroll.Take();
    }
}
