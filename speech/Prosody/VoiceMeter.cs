using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Prosody;

/// <summary>Measures the sound of a voice over one utterance, frame by frame. Not thread-safe.</summary>
public sealed class VoiceMeter
{
    /// <summary>Fewer voiced milliseconds say nothing about a voice: about two syllables.</summary>
    public const int FewestVoicedMs = 300;

    /// <summary>Further below the loudest frame a quiet microphone hears nothing, and a loud one would hear more of the same voice.</summary>
    private const double AudibleDb = 15;

    /// <summary>More of one utterance is not listened to: two minutes.</summary>
    private const int MostFrames = 120_000 / AudioFormat.FrameMs;

    private readonly PitchEstimator _estimator = new();
    private readonly short[] _window = new short[PitchEstimator.WindowSamples];
    private readonly List<float?> _pitches = [];
    private readonly List<double> _levels = [];
    private bool _hasFrame;

    /// <param name="frame">One frame of <see cref="AudioFormat.FrameSamples"/> samples, one after the other.</param>
    /// <param name="levelDbfs">Of the frame.</param>
    /// <param name="speech">The frame is speech; others only join what comes before and after.</param>
    /// <exception cref="ArgumentException">The frame has another length.</exception>
    public void Add(ReadOnlySpan<short> frame, float levelDbfs, bool speech)
    {
        if (frame.Length != AudioFormat.FrameSamples)
        {
            throw new ArgumentException($"A frame has {AudioFormat.FrameSamples} samples, not {frame.Length}.", nameof(frame));
        }
        if (_pitches.Count >= MostFrames)
        {
            return;
        }
        _window.AsSpan(AudioFormat.FrameSamples).CopyTo(_window);
        frame.CopyTo(_window.AsSpan(AudioFormat.FrameSamples));
        var pitch = speech && _hasFrame ? _estimator.Estimate(_window) : null;
        _hasFrame = true;
        _pitches.Add(pitch);
        if (pitch is not null)
        {
            _levels.Add(levelDbfs);
        }
    }

    public VoiceSound Measure()
    {
        var pitches = PitchTrack.Clean(_pitches);
        var voicedMs = pitches.Count * AudioFormat.FrameMs;
        if (voicedMs < FewestVoicedMs)
        {
            return new VoiceSound(null, null, null, voicedMs);
        }
        var loudest = _levels.Max();
        double[] levels = [.. _levels.Where(level => level > loudest - AudibleDb).Order()];
        return new VoiceSound(
            PitchTrack.Quantile(pitches, 0.5),
            12 * Math.Log2(PitchTrack.Quantile(pitches, 0.9) / PitchTrack.Quantile(pitches, 0.1)),
            PitchTrack.Quantile(levels, 0.9) - PitchTrack.Quantile(levels, 0.1),
            voicedMs);
    }
}
