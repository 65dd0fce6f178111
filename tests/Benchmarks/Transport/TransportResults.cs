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
    private readonly Dictionary<(string Path, NetworkTrouble Trouble), IReadOnlyList<IReadOnlyList<ArrivedLine>>> _sounds = [];

    public IReadOnlyList<BenchResult> All => _all;

    public IEnumerable<string> Paths => _words.Keys.Select(key => key.Path).Distinct();

    /// <param name="calls">With what was heard of each.</param>
    /// <returns>A sentence for people.</returns>
    public string Add(string path, NetworkTrouble trouble, IReadOnlyList<(TransportReading Reading, string Heard)> calls)
    {
        var labels = trouble.Labels(path);
        List<HeardWords> each = [.. calls.Select(call => HeardWords.Between(string.Join(' ', call.Reading.Said.Select(line => line.Text)), call.Heard))];
        _words[(path, trouble)] = HeardWords.InMost(each);
        var (errors, spoken) = (each.Sum(words => words.Errors), each.Sum(words => words.Spoken));
        List<TransportReading> readings = [.. calls.Select(call => call.Reading)];
        List<IReadOnlyList<ArrivedLine>> arrived = [.. readings.Select(reading => reading.Lines()).Where(lines => lines.Count > 0)];
        _sounds[(path, trouble)] = arrived;
        var voice = readings.SelectMany(reading => reading.Events.OfType<TurnTimed>())
            .Where(turn => turn.FirstPlayedMs is not null).Select(turn => (double)(turn.FirstPlayedMs! - turn.FirstAudioMs)!);
        List<double> connected = [.. readings.Select(reading => reading.ConnectMs).OfType<double>()];
        _all.AddRange(
        [
            BenchResult.Single("word_error_rate", "share", spoken == 0 ? 0 : (double)errors / spoken, spoken, labels),
            BenchResult.Spread("added_delay_ms", "ms", [.. arrived.SelectMany(call => call).SelectMany(line => line.Arrivals).Select(frame => frame.DelayMs)], labels),
            BenchResult.Spread("voice_delay_ms", "ms", [.. voice], labels),
            BenchResult.Single("bytes_per_second", "bytes", readings.Average(reading => reading.BytesUpPerSecond), labels: [.. labels, ("way", "up")]),
            BenchResult.Single("bytes_per_second", "bytes", readings.Average(reading => reading.BytesDownPerSecond), labels: [.. labels, ("way", "down")]),
            BenchResult.Spread("connect_ms", "ms", connected, labels),
            BenchResult.Single("server_cpu_per_call", "cores", readings.Average(reading => reading.ServerCores), labels: labels),
        ]);
        if (readings.Average(reading => reading.GatewayCores) is > 0 and var cores)
        {
            _all.Add(BenchResult.Single("gateway_cpu_per_call", "cores", cores, labels: labels));
        }
        var delay = Find("added_delay_ms", path, trouble)!;
        var changes = readings.Sum(reading => reading.Events.OfType<AudioPathUsed>().Count() - 1);
        return $"{errors} of {spoken} words wrong, {delay.P50:0} ms added (p95 {delay.P95:0}), "
            + (connected.Count > 0 ? $"connected after {string.Join(", ", connected.Select(ms => $"{ms:0}"))} ms." : "not connected: the call went over the hub.")
            + (changes > 0 ? $" The path changed {changes} times." : "");
    }

    /// <summary>Null when it was not measured.</summary>
    public BenchResult? Find(string name, string path, NetworkTrouble trouble) => _all.FirstOrDefault(result =>
        result.Name == name && trouble.Labels(path).All(label => result.Labels is not null && label.Value.Equals(result.Labels[label.Name])));

    public HeardWords? Words(string path, NetworkTrouble trouble) => _words.GetValueOrDefault((path, trouble));

    /// <summary>The longest stretch of sound, in milliseconds, that came in most calls over the other path and in some call not over this one. Null when it was not measured.</summary>
    public int? LongestLostMs(string path, string other, NetworkTrouble trouble) =>
        _sounds.GetValueOrDefault((path, trouble)) is { Count: > 0 } here && _sounds.GetValueOrDefault((other, trouble)) is { Count: > 0 } there
            ? here.Max(call => call.Select((line, i) => line.LongestLostMs([.. there.Select(otherCall => otherCall[i])])).Max())
            : null;
}
