using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Prosody;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>What has been heard of the turn that the trainee is in. Not thread-safe.</summary>
public sealed class TraineeTurn
{
    /// <summary>
    /// Who begins so soon after the other has begun too: nobody answers to a voice in less than a fifth of a second (Heldner and
    /// Edlund 2010), and the sound is on its way for a while. So neither interrupts.
    /// </summary>
    public const int TogetherMs = 300;

    private const float LoudAboveNoiseDb = 6;

    /// <summary>What is as loud as this against the voice at its loudest is the voice, however little it stands out of a loud room.</summary>
    private const float NearLoudestDb = 12;

    /// <summary>What is so much softer than the voice at its loudest is its fading away.</summary>
    private const float FadingDb = 34;

    /// <summary>A shorter silence belongs to the words.</summary>
    private const int ShortestPauseMs = 200;
    private readonly int _startMs;
    private readonly bool _overPatient;
    private readonly VoiceMeter _voice = new();
    private readonly TraineeVoice _known;
    private double _power;
    private float _loudest = -90;
    private int _speechFrames;
    private int _pauseMs;
    private int _longestPauseMs;
    private int _toldMs;
    private int _endMs;
    private int _overMs;
    private bool _pauseTold;

    /// <param name="startMs">First sound, on the call's clock.</param>
    /// <param name="overPatient">It began while the patient spoke.</param>
    /// <param name="voice">What is known of the trainee's voice from earlier turns; null: nothing.</param>
    public TraineeTurn(int startMs, bool overPatient, TraineeVoice? voice = null)
    {
        (_startMs, _overPatient, _known) = (startMs, overPatient, voice ?? new TraineeVoice());
        _known.BeginTurn();
        _endMs = startMs;
        SpeechEndMs = startMs;
    }

    public int StartMs => _startMs;

    public bool OverPatient => _overPatient;

    /// <summary>It began when the patient had been heard for long enough to know: see <see cref="TogetherMs"/>.</summary>
    public bool Interrupts { get; init; }

    /// <summary>Speech while the patient spoke, without a break by either.</summary>
    public int OverMs => _overMs;

    /// <summary>The patient has been made to stop for it.</summary>
    public bool BargedIn { get; set; }

    /// <summary>The last sound of speech, on the call's clock.</summary>
    public int SpeechEndMs { get; private set; }

    public int SpeechMs => _speechFrames * AudioFormat.FrameMs;

    public int SilenceMs => _endMs - SpeechEndMs;

    /// <summary>Pauses after which the trainee went on.</summary>
    public int Pauses { get; private set; }

    /// <summary>What has been written of it, up to the last pause in which that was done.</summary>
    public TurnTranscript Transcript { get; } = new();

    /// <summary>Nothing has been said since it was written down.</summary>
    public bool IsWritten { get; set; }

    public void Add(MicrophoneFrame frame, SpeechFrame sound, bool patientSpeaks)
    {
        _endMs = frame.EndMs;
        _overMs = sound.IsSpeech && patientSpeaks ? _overMs + sound.LateMs + AudioFormat.FrameMs : 0;
        // The detector holds speech on for a while after the last sound; the end of speech is the last sound itself.
        var standsOut = Math.Min(sound.NoiseDbfs + LoudAboveNoiseDb, _loudest - NearLoudestDb);
        var isVoice = sound is { IsSpeech: true, IsHeld: false } && sound.LevelDbfs >= Math.Max(standsOut, _loudest - FadingDb);
        _voice.Add(frame.Samples, sound.LevelDbfs, isVoice);
        _known.Add(_voice.LastPitch);
        if (!isVoice)
        {
            return;
        }
        var pause = frame.AtMs - SpeechEndMs;
        if (_speechFrames > 0 && pause > 0)
        {
            _pauseMs += pause;
            Pauses += pause >= ShortestPauseMs ? 1 : 0;
            _longestPauseMs = Math.Max(_longestPauseMs, pause);
        }
        _pauseTold = false;
        _speechFrames++;
        _loudest = Math.Max(_loudest, sound.LevelDbfs);
        _power += Math.Pow(10, sound.LevelDbfs / 10);
        SpeechEndMs = frame.EndMs;
    }

    /// <summary>True once every so many milliseconds of the turn.</summary>
    public bool Tells(int everyMs)
    {
        if (_endMs - _startMs < _toldMs + everyMs)
        {
            return false;
        }
        _toldMs += everyMs;
        return true;
    }

    /// <summary>True once in a pause, when it is this long.</summary>
    public bool TellsPause(int afterMs)
    {
        if (_pauseTold || SilenceMs < afterMs)
        {
            return false;
        }
        return _pauseTold = true;
    }

    /// <summary>What the voice says of whether the silence that it is in is the end; null where it cannot be told.</summary>
    public float? VoiceOdds() => SilenceMs < ShortestPauseMs ? null : _known.OddsOfEnd(SpeechEndMs);

    public VoiceMeasures Measures() => VoiceMeasures.Of(
        _voice.Measure(), _speechFrames == 0 ? -90 : 10 * Math.Log10(_power / _speechFrames), new SpeechTimes(SpeechMs, _pauseMs, _longestPauseMs));
}
