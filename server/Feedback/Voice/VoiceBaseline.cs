using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// How this person sounds in this call as a rule, from the first utterances: what later ones are held against, so that
/// neither a high or a low voice, nor an accent, nor the microphone's gain counts.
/// </summary>
/// <param name="LevelDbfs">Loudness.</param>
/// <param name="PitchHz">Null, as the next two, where too little of the first utterances had a pitch.</param>
/// <param name="PitchRangeSemitones">How far the pitch moves within an utterance.</param>
/// <param name="WordsPerMinute">Pace; null where the first utterances were too short.</param>
internal sealed record VoiceBaseline(double LevelDbfs, double? PitchHz, double? PitchRangeSemitones, double? WordsPerMinute)
{
    /// <summary>So many of the first utterances make the baseline.</summary>
    public const int Utterances = 3;

    /// <summary>Shorter voiced sound is too little for a range of pitch.</summary>
    public const int FewestVoicedMs = 700;

    /// <summary>Null before there are enough.</summary>
    /// <param name="lines">The trainee's, in order.</param>
    public static VoiceBaseline? Of(IEnumerable<CallLine> lines)
    {
        var heard = lines.Where(IsHeard).Take(Utterances).ToList();
        if (heard.Count < Utterances)
        {
            return null;
        }
        var voices = heard.Select(l => l.Spoken.Voice!).ToList();
        return new VoiceBaseline(
            Medians.Of(voices.Select(v => v.LevelDbfs)),
            Median(voices, v => v.PitchHz),
            Median(voices, v => v.VoicedMs >= FewestVoicedMs ? v.PitchRangeSemitones : null),
            Median(heard, CallMeasures.WordsPerMinute));
    }

    /// <summary>Spoken, and long enough to sound like anything.</summary>
    public static bool IsHeard(CallLine line) => line is { Typed: false, IsBackchannel: false, Spoken.Voice.SpeechMs: >= 400 };

    /// <summary>Of at least two.</summary>
    private static double? Median<T>(IEnumerable<T> items, Func<T, double?> value)
    {
        var values = items.Select(value).OfType<double>().ToList();
        return values.Count < 2 ? null : Medians.Of(values);
    }
}
