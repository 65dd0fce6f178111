using System.Diagnostics;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>What one call and its listener met, in milliseconds, between <see cref="Begin"/> and <see cref="End"/>.</summary>
public sealed class Timings
{
    private const int AheadMs = 200;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly List<List<double>> _utterances = [];
    private double? _firstMs;
    private volatile bool _measures;

    /// <summary>How late each packet came to the caller against the first of its utterance; 0 for those that came ahead. One writer.</summary>
    public List<double> CallerLateMs { get; } = [];

    /// <summary>
    /// How much longer each packet was under way than the quickest of its utterance, so that what a server sends ahead hides
    /// nothing; without the first <see cref="AheadMs"/>, which are sent at once. To be read after the end.
    /// </summary>
    public IEnumerable<double> CallerJitterMs => _utterances.SelectMany(ways => ways.Select(way => way - ways.Min()));

    /// <summary>How far each packet's end was behind the call when it came to the listener. One writer.</summary>
    public List<double> ListenerDelayMs { get; } = [];

    public double NowMs => Stopwatch.GetElapsedTime(_began).TotalMilliseconds;

    public void Begin() => _measures = true;

    public void End() => _measures = false;

    /// <param name="atMs">Its place in what is said.</param>
    /// <param name="begins">It is the first of an utterance.</param>
    public void CallerGot(double atMs, bool begins)
    {
        var way = NowMs - atMs;
        if (begins || _firstMs is null)
        {
            _firstMs = way;
            _utterances.Add([]);
        }
        else if (_measures)
        {
            CallerLateMs.Add(Math.Max(0, way - _firstMs.Value));
            if (atMs >= AheadMs)
            {
                _utterances[^1].Add(way);
            }
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
