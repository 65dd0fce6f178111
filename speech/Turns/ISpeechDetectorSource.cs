using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// Makes detectors that need more than is always there. The host asks the registered sources before it falls back on
/// <see cref="EnergySpeechDetector"/>. Thread-safe.
/// </summary>
public interface ISpeechDetectorSource
{
    /// <summary>Lower-case name: "silero".</summary>
    string Name { get; }

    /// <summary>Whether it can make any here, and why. Cheap, loads no model.</summary>
    EngineProbe Probe();

    /// <summary>One for each microphone. One that is <see cref="IDisposable"/> is disposed by whoever asked, when nobody processes frames any more.</summary>
    /// <exception cref="InvalidOperationException">It cannot; the message says why.</exception>
    ISpeechDetector Create();
}
