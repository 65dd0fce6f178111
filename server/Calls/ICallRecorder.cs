namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The recording of one call: trainee left, patient right, both on the call's clock. Written as the call goes and
/// readable after a crash. Thread-safe. Positions are samples since the call was placed.
/// </summary>
public interface ICallRecorder : ICallTap, IAsyncDisposable;
