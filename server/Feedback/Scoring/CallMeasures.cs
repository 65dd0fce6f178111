using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The numbers of a call, from the times in its log.</summary>
internal static class CallMeasures
{
    /// <summary>Fewer words say nothing about pace.</summary>
    private const int FewestWordsForPace = 4;

    public static CallNumbers Of(CallStory story)
    {
        var interplay = Interplay.Of(story);
        var responses = interplay.Responses();
        var pace = story.Trainee.Select(WordsPerMinute).OfType<double>().ToList();
        return new CallNumbers(
            story.DurationMs,
            pace.Count == 0 ? null : (int)Math.Round(Medians.Of(pace)),
            interplay.TalkRatio is { } ratio ? Math.Round(ratio, 3) : null,
            responses.Count == 0 ? null : (int)Math.Round(Medians.Of(responses.Select(r => (double)r.Ms))),
            interplay.InterruptionsBy(Party.Trainee).Count,
            Spans.Length(interplay.DeadAir()),
            story.Holds.Sum(h => h.LengthMs),
            interplay.Monologues().Select(m => m.LengthMs).DefaultIfEmpty(0).Max(),
            story.Trainee.Count)
        {
            OverlapsMeasured = story.Call.OverlapsHeard,
            InterruptedByPatient = interplay.InterruptionsBy(Party.Patient).Count,
            OverlapMs = Spans.Length(interplay.Overlaps),
            Voice = VoiceReader.Read(story.Trainee),
            OtherVoice = VoiceReader.Read([.. story.Lines.Where(line => line.Party == Party.Patient)]),
        };
    }

    /// <summary>Null where too little was said, or it was typed.</summary>
    public static double? WordsPerMinute(CallLine line)
    {
        var ms = line.Spoken.Voice is { SpeechMs: > 0 } voice ? voice.SpeechMs : line.LengthMs;
        return line.Typed || ms < 500 || line.Words.WordCount < FewestWordsForPace ? null : line.Words.WordCount * 60_000.0 / ms;
    }
}
