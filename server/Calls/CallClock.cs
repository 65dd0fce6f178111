using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Calls;

/// <summary>A call's clock: milliseconds since it was placed, going on where an interrupted call stopped. Thread-safe.</summary>
/// <param name="beat">Shared with other calls; null: its own.</param>
public sealed class CallClock(TimeProvider time, int startAtMs = 0, FrameBeat? beat = null)
{
    private readonly long _started = time.GetTimestamp();
    private readonly FrameBeat _beat = beat ?? new FrameBeat(time, NullLogger<FrameBeat>.Instance);

    public TimeProvider Time => time;

    public int NowMs => startAtMs + (int)time.GetElapsedTime(_started).TotalMilliseconds;

    public long NowSamples => AudioFormat.Samples(1) * (long)NowMs;

    /// <inheritdoc cref="FrameBeat.Join"/>
    public IDisposable EveryFrame(Action what) => _beat.Join(what);
}
