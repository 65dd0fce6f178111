namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The recording of one call: trainee left, patient right, and in the middle a supervisor who spoke to both, all on the
/// call's clock. Written as the call goes and readable after a crash. Thread-safe. Positions are samples since the call was placed.
/// </summary>
public interface ICallRecorder : ICallTap, IAsyncDisposable
{
    /// <summary>A supervisor has barged in. A whisper is never given.</summary>
    void Supervisor(long atSample, ReadOnlySpan<short> samples);
}
