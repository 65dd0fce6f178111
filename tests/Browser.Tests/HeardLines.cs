using System.Text.RegularExpressions;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Browser.Tests;

/// <summary>What was heard of the trainee over a path that changed.</summary>
internal static class HeardLines
{
    /// <summary>
    /// No word of the line stands twice in the log, and none is missing, but for one that a recogniser may well have taken
    /// for another.
    /// </summary>
    public static void AssertOnce(IReadOnlyList<CallEvent> events, params string[] words)
    {
        var said = string.Join(' ', events.OfType<UtteranceSpoken>().Where(line => line.Party == Party.Trainee).Select(line => line.Text.ToLowerInvariant()));
        var counts = words.Select(word => Regex.Count(said, $@"\b{word}\b")).ToList();
        Assert.All(counts, count => Assert.InRange(count, 0, 1));
        Assert.True(counts.Count(count => count == 0) <= 1, $"Of {string.Join(", ", words)} too little was heard: {said}");
    }
}
