using System.Diagnostics;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>What one call and its listener met, in milliseconds, between <see cref="Begin"/> and <see cref="End"/>.</summary>
public sealed class Timings
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private double? _firstMs;
    private volatile bool _measures;

    /// <summary>How late each packet came to the caller against the first of its utterance; 0 for those that came ahead. One writer.</summary>
    public List<double> CallerLateMs { get; } = [];

    /// <summary>How far each packet's end was behind the call when it came to the listener. One writer.</summary>
    public List<double> ListenerDelayMs { get; } = [];

    public double NowMs => Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    public void Begin() => _measures = true;

    public void End() => _measures = false;

    /// <param name="atMs">Its place in what is said.</param>
    /// <param name="begins">It is the first of an utterance.</param>
    public void CallerGot(double atMs, bool begins)
    {
        if (begins || _firstMs is null)
        {
            _firstMs = NowMs - atMs;
        }
        else if (_measures)
        {
            CallerLateMs.Add(Math.Max(0, NowMs - atMs - _firstMs.Value));
        }
    }

    public void ListenerGot(double behindMs)
    {
        if (_measures)
        {
            ListenerDelayMs.Add(behindMs);
        }
    }
}
