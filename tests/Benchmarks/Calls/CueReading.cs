using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// How soon a cue about what the trainee said stood on the screen. Two cues do not follow each other at once, so one
/// that waited for its turn, in the server or in the page, is counted and not timed. One that came while the trainee still spoke has no such delay.
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
            if (!said.TryGetValue(cue.Utterance, out var about) || cue.Seq < about.Seq)
            {
                continue;
            }
            var givenAt = reading.OnPage(cue);
            var seen = call.Page.Call.Cues.FirstOrDefault(shown => shown.AtMs > givenAt - NearMs && shown.Text.EndsWith(cue.Text, StringComparison.Ordinal));
            if (seen is null || cue.AtMs - about.AtMs > KeptBackMs || seen.AtMs - givenAt > KeptBackMs)
            {
                KeptBack++;
                continue;
            }
            _delays.Add(seen.AtMs - LastSound(call, reading.OnPage(about.EndMs)));
        }
    }

    public IReadOnlyList<double> DelaysMs => _delays;

    public int KeptBack { get; private set; }

    // As the page heard it; the server's own measure where the page heard the trainee talk on.
    private static double LastSound(ObservedCall call, double utteranceEndMs)
    {
        var nearest = call.Page.Sound.Mouth.MinBy(sound => Math.Abs(sound.EndMs - utteranceEndMs))!.EndMs;
        return Math.Abs(nearest - utteranceEndMs) < NearMs ? nearest : utteranceEndMs;
    }
}
