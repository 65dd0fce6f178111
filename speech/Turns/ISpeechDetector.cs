namespace RealtimeTraining.Speech.Turns;

/// <summary>Says frame by frame whether somebody speaks. Keeps state: one for each microphone.</summary>
public interface ISpeechDetector
{
    /// <param name="frame">One frame of <see cref="Audio.AudioFormat.FrameSamples"/> samples.</param>
    SpeechFrame Process(ReadOnlySpan<short> frame);

    void Reset();
}

/// <param name="IsSpeech">With onset and hangover already applied.</param>
/// <param name="LevelDbfs">Root mean square of the frame, dB relative to full scale.</param>
/// <param name="NoiseDbfs">The noise floor as it is estimated now.</param>
public readonly record struct SpeechFrame(bool IsSpeech, float LevelDbfs, float NoiseDbfs)
{
    /// <summary>Only the hangover makes it speech: by itself the frame does not sound like any.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Nobody has been found to speak yet, but this frame sounds as if somebody began.</summary>
    public bool MayBegin { get; init; }

    /// <summary>For so long before this frame, with which speech begins, the sound had stood out already, in milliseconds; 0 in all others.</summary>
    public int LateMs { get; init; }
}
