using System.Threading.Channels;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// One live call. Owns its stages: starts them, feeds them commands from one loop, awaits and disposes them. The
/// browser may go and come back; the call waits for it.
/// </summary>
public sealed partial class CallSession : IAsyncDisposable
{
    private const int TickMs = 100;
    private const int QuietMicrophoneMs = 1_000;

    /// <summary>A stream from which nothing has come for so long hangs: the network is cut, the lid is closed.</summary>
    private const int StalledMs = 2_500;
    private readonly Channel<CallCommand> _commands = Channel.CreateBounded<CallCommand>(1_000);
    private readonly CallParts _parts;
    private readonly Conversation _conversation;
    private readonly ListeningStage _listening;
    private readonly MicrophoneIntake _intake;
    private readonly CallAudience _audience;
    private readonly CallLogStore? _store;
    private readonly ITimer _ticks;
    private readonly ILogger _logger;
    private readonly Task _working;
    private readonly TaskCompletionSource<CallCommand.End> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _told;
    private long _done;
    private int _goneSinceMs = -1;
    private volatile bool _stalled;
    private int? _ringUntilMs;

    public CallSession(CallId id, CallOwner owner, CallParts parts, CallLog log, CallLogStore? store, CallAudience audience, ILogger logger)
    {
        Sound = new CallSound(parts.Recorder);
        parts = parts with { Recorder = Sound };
        (Id, Owner, Log, _parts, _store, _audience, _logger) = (id, owner, log, parts, store, audience, logger);
        if (store is not null)
        {
            log.ReadFrom(log.LastSeq, store.Add);
        }
        _intake = new MicrophoneIntake(parts.Clock);
        var echo = new EchoDetector();
        Playout = new Playout(parts.Clock, parts.Recorder, echo, parts.Options,
            utterance => Tell(new CallCommand.PatientStarted(utterance)), heard => Tell(new CallCommand.PatientFinished(heard.Utterance, heard)));
        Media = new CallMedia(id, parts.Gateways, _intake, Playout, parts.Clock, Tell, logger);
        _listening = new ListeningStage(parts, _intake, Playout, echo, Tell);
        _conversation = new Conversation(parts, log, Playout, _listening, Tell);
        _working = WorkAsync();
        var tick = TimeSpan.FromMilliseconds(TickMs);
        _ticks = parts.Clock.Time.CreateTimer(_ => Tick(), null, tick, tick);
    }

    public CallId Id { get; }

    public CallOwner Owner { get; }

    public CallLog Log { get; }

    public Playout Playout { get; }

    /// <summary>What is said, for the recording and for those who listen.</summary>
    public CallSound Sound { get; }

    /// <summary>Where a supervisor is heard by the trainee.</summary>
    public TraineeEar Ear { get; } = new();

    public MicrophoneIntake Intake => _intake;

    public CallMedia Media { get; }

    public bool TakesOpus => _parts.Options.Opus && OpusLibrary.WhyNot is null;

    public CallAudience Audience => _audience;

    public Scenario Scenario => _parts.Scenario;

    public CallClock Clock => _parts.Clock;

    public int NowMs => _parts.Clock.NowMs;

    public bool ServerSpeaks => _parts.Synthesizer is not null;

    public bool ServerListens => _parts.Recognition is not null;

    public long DroppedFrames => _listening.DroppedFrames + Playout.DroppedPackets;

    public long LateTicks => Playout.LateTicks;

    /// <summary>Microphone frames worked off so far.</summary>
    public long HeardFrames => _listening.HeardFrames;

    /// <summary>Every command has been worked off and no reply is being made.</summary>
    public bool IsIdle => Volatile.Read(ref _done) == Volatile.Read(ref _told) && !_conversation.IsPreparing;

    public CallStatus Status { get; private set; } = CallStatus.Ringing;

    /// <summary>Completes once the call has ended, with why.</summary>
    public Task<CallCommand.End> Ended => _ended.Task;

    /// <summary>Rings, then the patient picks up.</summary>
    public void Place(CallPlaced placed)
    {
        Log.Append(placed);
        _ringUntilMs = _parts.Clock.NowMs + _parts.Options.RingMs;
    }

    /// <summary>Goes on with an interrupted call.</summary>
    public void TakeUp(IReadOnlyList<CallEvent> events)
    {
        _conversation.Restore(events);
        Status = CallStatus.Live;
        Tell(events.Any(callEvent => callEvent is CallAnswered) ? new CallCommand.TakeUp() : new CallCommand.Answer());
    }

    /// <summary>Queues a command. Control is small and rare; a call that cannot keep up with it is broken and says so.</summary>
    public void Tell(CallCommand command)
    {
        Interlocked.Increment(ref _told);
        if (!_commands.Writer.TryWrite(command) && !_ended.Task.IsCompleted)
        {
            LogOverrun(_logger, command.GetType().Name);
        }
    }

    /// <summary>A supervisor speaks to the trainee alone. Disposed by the caller.</summary>
    public SupervisorVoice OpenWhisper() => SupervisorVoice.Whisper(this, _parts);

    /// <summary>A supervisor speaks to trainee and patient. Disposed by the caller, who gives the recognition away with it.</summary>
    /// <param name="heard">Told of every frame of the supervisor's voice.</param>
    public SupervisorVoice OpenBarge(SupervisorVoice.Ears ears, Action<short[]> heard) => SupervisorVoice.Barge(this, _parts, ears, heard);

    /// <summary>The trainee's browser has come; the session was told which connection it is by its audience.</summary>
    public void Came()
    {
        _goneSinceMs = -1;
        _stalled = false;
        Tell(new CallCommand.Connection(true));
    }

    public void Gone()
    {
        _goneSinceMs = _parts.Clock.NowMs;
        Tell(new CallCommand.Connection(false));
    }

    /// <summary>The server is going down: the call can be continued later.</summary>
    public void Stop() => _ended.TrySetResult(new CallCommand.End(EndReason.ServerStopped, "The server stopped."));

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _ticks.DisposeAsync();
        await Media.DisposeAsync();
        Ear.Close();
        _commands.Writer.TryComplete();
        await _working;
        await _conversation.DisposeAsync();
        await _listening.DisposeAsync();
        Playout.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
        await _parts.Recorder.DisposeAsync();
        await _audience.DisposeAsync();
        if (_parts.Engines is not null)
        {
            await _parts.Engines.DisposeAsync();
        }
    }

    private async Task WorkAsync()
    {
        using var scope = _logger.BeginScope(new Dictionary<string, object> { ["CallId"] = Id });
        await foreach (var command in _commands.Reader.ReadAllAsync())
        {
            if (!_ended.Task.IsCompleted)
            {
                Work(command);
            }
            Interlocked.Increment(ref _done);
        }
    }

    private void Work(CallCommand command)
    {
        try
        {
            _conversation.Handle(command);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One turn that fails must not take the call with it.
            LogCommandFailed(_logger, command.GetType().Name, exception);
            Log.Append(new NoticeShown("turnFailed", "Something went wrong with the last turn. Say it again."));
        }
        if (_conversation.Ending is { } end)
        {
            Status = CallStatus.Ended;
            _ended.TrySetResult(end);
        }
    }

    private void Tick()
    {
        var now = _parts.Clock.NowMs;
        if (_ringUntilMs is { } until)
        {
            if (now >= until)
            {
                _ringUntilMs = null;
                Status = CallStatus.Live;
                Tell(new CallCommand.Answer());
            }
            return;
        }
        if (_intake.LastPacketAtMs >= 0 && _listening.IsInTurn && now - _intake.LastPacketAtMs >= QuietMicrophoneMs)
        {
            _intake.MarkGap();
        }
        LookForStall(now);
        if (_goneSinceMs >= 0 && now - _goneSinceMs >= _parts.Options.GraceMs)
        {
            _ended.TrySetResult(new CallCommand.End(EndReason.ConnectionLost, "The connection was lost. The call can be continued."));
        }
        if (IsIdle)
        {
            Tell(new CallCommand.Tick());
        }
    }

    private void LookForStall(int now)
    {
        var stalled = _intake.IsOpen && now - _intake.LastPacketAtMs > StalledMs;
        if (stalled != _stalled && _goneSinceMs < 0)
        {
            _stalled = stalled;
            Tell(new CallCommand.Connection(!stalled));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call could not take the command {Command}: its queue is full.")]
    private static partial void LogOverrun(ILogger logger, string command);

    [LoggerMessage(Level = LogLevel.Error, Message = "A call's command {Command} failed; the call goes on.")]
    private static partial void LogCommandFailed(ILogger logger, string command, Exception exception);
}
