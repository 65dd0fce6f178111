using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

/// <summary>Runs where the native library loads and the shared data has the file; skips with the reason elsewhere.</summary>
public sealed class WhisperFactAttribute : FactAttribute
{
    public WhisperFactAttribute(string relative) => Skip = WhisperRuntime.Problem() ?? new DataFactAttribute(relative).Skip;
}
