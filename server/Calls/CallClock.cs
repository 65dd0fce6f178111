using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Calls;

/// <summary>A call's clock: milliseconds since it was placed, going on where an interrupted call stopped. Thread-safe.</summary>
public sealed class CallClock(TimeProvider time, int startAtMs = 0)
{
    private readonly long _started = time.GetTimestamp();

    public TimeProvider Time => time;

    public int NowMs => startAtMs + (int)time.GetElapsedTime(_started).TotalMilliseconds;

    public long NowSamples => AudioFormat.Samples(1) * (long)NowMs;
}
