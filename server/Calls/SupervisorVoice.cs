using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// A supervisor's microphone in one call. The trainee always hears it. Where the patient hears it too, it is listened to
/// by a stage, a detector and a recogniser of its own: nothing of it goes near the trainee's.
/// </summary>
public sealed class SupervisorVoice : IAsyncDisposable
{
    private readonly CallSession _session;
    private readonly ListeningStage? _stage;
    private readonly Task _playing = Task.CompletedTask;

    private SupervisorVoice(CallSession session, CallParts parts, Action<short[]>? heard, Ears? ears)
    {
        _session = session;
        Intake = new MicrophoneIntake(session.Clock);
        if (ears is null)
        {
            _playing = WhisperAsync();
            return;
        }
        var own = parts with { Recorder = new Sink(session, heard), Recognition = ears.Recognition, SpeechDetector = ears.Detector };
        _stage = new ListeningStage(own, Intake, session.Playout, new EchoDetector(), command => Tell(session, command));
    }

    /// <summary>Where the supervisor's packets go.</summary>
    public MicrophoneIntake Intake { get; }

    /// <summary>Only the trainee hears it.</summary>
    internal static SupervisorVoice Whisper(CallSession session, CallParts parts) => new(session, parts, null, null);

    /// <summary>Trainee and patient hear it.</summary>
    /// <param name="heard">Told of every frame, for those who listen.</param>
    internal static SupervisorVoice Barge(CallSession session, CallParts parts, Ears ears, Action<short[]> heard) => new(session, parts, heard, ears);

    public async ValueTask DisposeAsync()
    {
        Intake.Complete();
        await _playing;
        if (_stage is { } stage)
        {
            var wasSpeaking = stage.IsInTurn;
            await stage.DisposeAsync();
            if (wasSpeaking)
            {
                // Stopped in the middle of a word: what was not written down was not said.
                _session.Tell(new CallCommand.SupervisorSaid(Transcript.Empty, _session.NowMs, _session.NowMs, IsTyped: false));
            }
        }
    }

    private async Task WhisperAsync()
    {
        await foreach (var frame in Intake.Frames.ReadAllAsync())
        {
            if (!frame.IsGap)
            {
                _session.Ear.Play(_session.Clock.NowSamples, frame.Samples);
            }
        }
    }

    // What the stage hears of the supervisor, as the call has to know it. Nothing is prepared on a supervisor's pause.
    private static void Tell(CallSession session, CallCommand command)
    {
        switch (command)
        {
            case CallCommand.SpeechBegan began: session.Tell(new CallCommand.SupervisorBegan(began.GoesOn)); break;
            case CallCommand.WordsSoFar words: session.Tell(new CallCommand.SupervisorWords(words.Text)); break;
            case CallCommand.BargedIn: session.Tell(command); break;
            case CallCommand.TurnOver turn:
                session.Tell(new CallCommand.SupervisorSaid(turn.Heard.Transcript, turn.Heard.StartMs, turn.Heard.SpeechEndMs, IsTyped: false));
                break;
            default: break;
        }
    }

    /// <summary>What hears a supervisor for the patient. Recognition null: there is none to be had, and the supervisor types.</summary>
    public sealed record Ears(IRecognitionStream? Recognition, ISpeechDetector Detector);

    /// <summary>The supervisor's frames are played, and recorded on a track of their own.</summary>
    private sealed class Sink(CallSession session, Action<short[]>? heard) : ICallRecorder
    {
        public void Trainee(long atSample, ReadOnlySpan<short> samples)
        {
            session.Ear.Play(session.Clock.NowSamples, samples);
            session.Sound.Supervisor(atSample, samples);
            heard?.Invoke(samples.ToArray());
        }

        public void Patient(long atSample, ReadOnlySpan<short> samples)
        {
        }

        public void Supervisor(long atSample, ReadOnlySpan<short> samples)
        {
        }

        public void ErasePatient(long fromSample)
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
