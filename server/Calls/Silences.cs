namespace RealtimeTraining.Server.Calls;

/// <summary>How long nobody has spoken.</summary>
public sealed class Silences(CallClock clock)
{
    private int? _sinceMs;

    public int Ms => _sinceMs is { } since ? clock.NowMs - since : 0;

    /// <summary>Somebody has just stopped speaking, or something else was heard.</summary>
    public void Sound() => _sinceMs = clock.NowMs;

    public void TraineeSpeaks() => _sinceMs = null;

    public void PatientSpeaks() => _sinceMs = null;
}
