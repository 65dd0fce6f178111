using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit.Network;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>The figures of all calls of a run.</summary>
public sealed class TransportResults
{
    private readonly List<BenchResult> _all = [];
    private readonly Dictionary<(string Path, NetworkTrouble Trouble), HeardWords> _words = [];

    public IReadOnlyList<BenchResult> All => _all;

    public IEnumerable<string> Paths => _words.Keys.Select(key => key.Path).Distinct();

    /// <returns>A sentence for people.</returns>
    public string Add(string path, NetworkTrouble trouble, TransportReading reading, string heard)
    {
        var labels = trouble.Labels(path);
        var words = HeardWords.Between(string.Join(' ', reading.Said.Select(line => line.Text)), heard);
        _words[(path, trouble)] = words;
        // Over WebRTC that did not connect it would be the hub's delay.
        List<double> delays = reading.ConnectMs is null ? [] : [.. reading.Said.SelectMany((line, i) => Delays(line, i + 1 < reading.Said.Count ? reading.Said[i + 1].AtMs : double.PositiveInfinity, reading.Frames))];
        var voice = reading.Events.OfType<TurnTimed>().Where(turn => turn.FirstPlayedMs is not null).Select(turn => (double)(turn.FirstPlayedMs! - turn.FirstAudioMs)!);
        _all.AddRange(
        [
            BenchResult.Single("word_error_rate", "share", words.ErrorRate, words.Spoken, labels),
            BenchResult.Spread("added_delay_ms", "ms", delays, labels),
            BenchResult.Spread("voice_delay_ms", "ms", [.. voice], labels),
            BenchResult.Single("bytes_per_second", "bytes", reading.BytesUpPerSecond, labels: [.. labels, ("way", "up")]),
            BenchResult.Single("bytes_per_second", "bytes", reading.BytesDownPerSecond, labels: [.. labels, ("way", "down")]),
            BenchResult.Spread("connect_ms", "ms", reading.ConnectMs is { } connectMs ? [connectMs] : [], labels),
            BenchResult.Single("server_cpu_per_call", "cores", reading.ServerCores, labels: labels),
        ]);
        if (reading.GatewayCores > 0)
        {
            _all.Add(BenchResult.Single("gateway_cpu_per_call", "cores", reading.GatewayCores, labels: labels));
        }
        var delay = Find("added_delay_ms", path, trouble)!;
        var changes = reading.Events.OfType<AudioPathUsed>().Count() - 1;
        return $"{words.ErrorRate:P1} of {words.Spoken} words wrong, {delay.P50:0} ms added (p95 {delay.P95:0}), "
            + (reading.ConnectMs is { } ms ? $"connected after {ms:0} ms." : "not connected: the call went over the hub.")
            + (changes > 0 ? $" The path changed {changes} times." : "");
    }

    /// <summary>Null when it was not measured.</summary>
    public BenchResult? Find(string name, string path, NetworkTrouble trouble) => _all.FirstOrDefault(result =>
        result.Name == name && trouble.Labels(path).All(label => result.Labels is not null && label.Value.Equals(result.Labels[label.Name])));

    // What is said again in the next line is not the end of this one.
    private static List<double> Delays(SaidLine line, double until, IReadOnlyList<LoggedFrame> frames) =>
        new ArrivalDelays(line).Of(frames.Where(frame => frame.AtMs < until));

    public HeardWords? Words(string path, NetworkTrouble trouble) => _words.GetValueOrDefault((path, trouble));
}
