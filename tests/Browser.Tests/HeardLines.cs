using System.Text.RegularExpressions;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Browser.Tests;

/// <summary>What was heard of the trainee over a path that changed.</summary>
internal static class HeardLines
{
    /// <summary>A line of the trainee with this word was heard, and the patient has answered it to the end.</summary>
    /// <param name="after">So many events belong to lines before: a recogniser may have heard the word in them too.</param>
    public static bool AreAnswered(IReadOnlyList<CallEvent> events, string word, int after) =>
        events.Skip(after).OfType<UtteranceSpoken>().FirstOrDefault(said => said.Party == Party.Trainee && said.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } line
        && events.OfType<SpeechStopped>().Any(stopped => stopped.Party == Party.Patient && stopped.Seq > line.Seq);

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
