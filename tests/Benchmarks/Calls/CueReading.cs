using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// How soon a cue about what the trainee said stood on the screen: after the last sound before the pause in which it came,
/// or of the whole utterance. Two cues do not follow each other at once, so one that waited for its turn, in the server or in
/// the page, is counted and not timed.
/// </summary>
public sealed class CueReading
{
    /// <summary>A cue that comes this much later was kept back.</summary>
    private const int KeptBackMs = 1_000;

    private const int NearMs = 400;
    private readonly List<(CueGiven Cue, double Ms, bool InPause)> _timed = [];

    public CueReading(ObservedCall call, CallReading reading)
    {
        var said = reading.Utterances.ToDictionary(utterance => utterance.Utterance);
        foreach (var cue in call.Events.OfType<CueGiven>())
        {
            if (!said.TryGetValue(cue.Utterance, out var about) || Basis(call, cue, about) is not { } basis)
            {
                continue;
            }
            var givenAt = reading.OnPage(cue);
            var seen = call.Page.Call.Cues.FirstOrDefault(shown => shown.AtMs > givenAt - NearMs && shown.Text.EndsWith(cue.Text, StringComparison.Ordinal));
            if (seen is null || cue.AtMs - basis.KnownMs > KeptBackMs || seen.AtMs - givenAt > KeptBackMs)
            {
                KeptBack++;
                continue;
            }
            _timed.Add((cue, seen.AtMs - LastSound(call, reading.OnPage(basis.EndMs)), cue.Seq < about.Seq));
        }
    }

    public IReadOnlyList<double> DelaysMs => [.. _timed.Select(timed => timed.Ms)];

    /// <summary>For people who want to see what a figure is made of.</summary>
    public IEnumerable<string> Describe() => _timed.Select(timed => $"cue {timed.Cue.Code} after {timed.Ms:0} ms, {(timed.InPause ? "in a pause" : "at the end of the turn")}");

    public int KeptBack { get; private set; }

    // What the cue rests on: the words up to a pause, or all of them. Null: something else, before the trainee paused.
    private static (int EndMs, int KnownMs)? Basis(ObservedCall call, CueGiven cue, UtteranceSpoken about)
    {
        if (cue.Seq > about.Seq)
        {
            return (about.EndMs, about.AtMs);
        }
        return call.Events.OfType<TraineePaused>().LastOrDefault(paused => paused.Utterance == cue.Utterance && paused.Seq < cue.Seq) is { } pause
            ? (pause.EndMs, pause.AtMs)
            : null;
    }

    // As the page heard it; the server's own measure where the page heard the trainee talk on.
    private static double LastSound(ObservedCall call, double utteranceEndMs)
    {
        var nearest = call.Page.Sound.Mouth.MinBy(sound => Math.Abs(sound.EndMs - utteranceEndMs))!.EndMs;
        return Math.Abs(nearest - utteranceEndMs) < NearMs ? nearest : utteranceEndMs;
    }
}
