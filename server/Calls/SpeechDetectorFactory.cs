using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>Makes a speech detector for each microphone.</summary>
public sealed class SpeechDetectorFactory(Func<ISpeechDetector> create)
{
    public ISpeechDetector Create() => create();
}
