using System.Diagnostics;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>What one call and its listener met, in milliseconds, between <see cref="Begin"/> and <see cref="End"/>.</summary>
public sealed class Timings
{
    private const int AheadMs = 200;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly List<List<double>> _utterances = [];
    private double? _firstMs;
    private long _utterance;
    private double _lastAtMs;
    private volatile bool _measures;

    /// <summary>How late each packet came to the caller against the first of its utterance; 0 for those that came ahead. One writer.</summary>
    public List<double> CallerLateMs { get; } = [];

    /// <summary>The one that came latest; null: none came late.</summary>
    public LatePacket? Latest { get; private set; }

    /// <summary>
    /// How often an utterance was sent again from an earlier place, which the server does for a browser that hung meanwhile: what
    /// comes after it is measured against the first packet of the new beginning.
    /// </summary>
    public int SaidAgain { get; private set; }

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

    /// <param name="utterance">Which one it is of.</param>
    /// <param name="atMs">Its place in what is said.</param>
    public void CallerGot(long utterance, double atMs)
    {
        var (now, again) = (NowMs, _firstMs is not null && utterance == _utterance && atMs <= _lastAtMs);
        var way = now - atMs;
        if (again || _firstMs is null || utterance != _utterance)
        {
            SaidAgain += again ? 1 : 0;
            _firstMs = way;
            _utterances.Add([]);
        }
        else if (_measures)
        {
            var lateMs = Math.Max(0, way - _firstMs.Value);
            CallerLateMs.Add(lateMs);
            Latest = lateMs > (Latest?.LateMs ?? 0) ? new LatePacket(lateMs, utterance, atMs, now) : Latest;
            if (atMs >= AheadMs)
            {
                _utterances[^1].Add(way);
            }
        }
        (_utterance, _lastAtMs) = (utterance, atMs);
    }

    public void ListenerGot(double behindMs)
    {
        if (_measures)
        {
            ListenerDelayMs.Add(behindMs);
        }
    }
}
