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
    private readonly List<double> _delays = [];

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
            _delays.Add(seen.AtMs - LastSound(call, reading.OnPage(basis.EndMs)));
        }
    }

    public IReadOnlyList<double> DelaysMs => _delays;

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
