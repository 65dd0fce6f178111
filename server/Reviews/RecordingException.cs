namespace RealtimeTraining.Server.Reviews;

/// <summary>A recording that cannot be worked on. The message tells a coach why and what to do; it names no words of the call.</summary>
/// <param name="code">Stable, for programs: "notSound", "tooLong", "decoderMissing".</param>
public sealed class RecordingException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code => code;
}
