using RealtimeTraining.TestKit.Network;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>What WebRTC is to reach, and whether it did.</summary>
public static class TransportAims
{
    private const int MaxAddedMs = 60;
    private const int MaxConnectMs = 1_000;

    /// <summary>The shortest words of the lines ("a", "of") sound about so long.</summary>
    private const int ShortestWordMs = 80;

    /// <summary>The network by which they are judged.</summary>
    public static NetworkTrouble Lossy { get; } = new(5, 0, 0);

    public static IEnumerable<string> Of(TransportResults results)
    {
        foreach (var path in results.Paths.Where(path => path != PathServer.Hub))
        {
            var delay = results.Find("added_delay_ms", path, Lossy);
            yield return Say(delay?.P50 < MaxAddedMs, $"{path}, 5 % loss: adds less than {MaxAddedMs} ms", $"p50 {delay?.P50:0} ms, p95 {delay?.P95:0} ms");
            if (results.Words(path, Lossy) is { } words && results.Words(PathServer.Hub, Lossy) is { } kept)
            {
                var lostMs = results.LongestLostMs(path, PathServer.Hub, Lossy);
                var otherwise = words.LostAgainst(kept).ToList();
                yield return Say(lostMs < ShortestWordMs, $"{path}, 5 % loss: no word is lost that the hub keeps",
                    $"the longest stretch that the hub brought and this did not is {lostMs} ms"
                    + (otherwise.Count == 0 ? "" : $"; in most calls the recogniser heard otherwise: {string.Join(", ", otherwise)}"));
            }
            var connect = results.Find("connect_ms", path, NetworkTrouble.None);
            yield return Say(connect?.P50 <= MaxConnectMs, $"{path}, clean network: sound within {MaxConnectMs} ms", $"{connect?.P50:0} ms");
        }
    }

    private static string Say(bool? met, string aim, string found) => $"{(met == true ? "met    " : "NOT MET")} {aim}: {found}.";
}
