using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The numbers of a call, from the times in its log.</summary>
internal static class CallMeasures
{
    /// <summary>Fewer words say nothing about pace.</summary>
    private const int FewestWordsForPace = 4;

    /// <summary>A pause of more than that between two lines of the trainee ends a monologue, as does the patient's word.</summary>
    private const int MonologueGapMs = 2500;

    public static CallNumbers Of(CallStory story)
    {
        var spoken = story.Lines.Where(l => !l.Typed).ToList();
        var trainee = spoken.Where(l => l.Party == Party.Trainee).ToList();
        var mine = trainee.Sum(SpeechMs);
        var theirs = spoken.Where(l => l.Party == Party.Patient).Sum(l => l.LengthMs);
        var responses = Responses(story);
        var pace = trainee.Select(WordsPerMinute).OfType<double>().ToList();
        return new CallNumbers(
            story.DurationMs,
            pace.Count == 0 ? null : (int)Math.Round(Medians.Of(pace)),
            mine == 0 || mine + theirs == 0 ? null : Math.Round((double)mine / (mine + theirs), 3),
            responses.Count == 0 ? null : (int)Math.Round(Medians.Of(responses.Select(r => (double)r.Ms))),
            Interruptions(story).Count(),
            story.DeadAirs.Sum(d => d.SilenceMs),
            story.Holds.Sum(h => h.LengthMs),
            Monologues(story).Select(m => m.LengthMs).DefaultIfEmpty(0).Max(),
            story.Trainee.Count);
    }

    public static double? WordsPerMinute(CallLine line)
    {
        var ms = SpeechMs(line);
        return line.Typed || ms < 500 || line.Words.WordCount < FewestWordsForPace ? null : line.Words.WordCount * 60_000.0 / ms;
    }

    /// <summary>From the end of the patient's speech to the trainee's first word; not across a hold, typing or an interruption.</summary>
    public static IReadOnlyList<(CallLine Line, int Ms)> Responses(CallStory story)
    {
        var responses = new List<(CallLine, int)>();
        for (var i = 1; i < story.Lines.Count; i++)
        {
            var (before, line) = (story.Lines[i - 1], story.Lines[i]);
            if (before.Party != Party.Patient || line.Party != Party.Trainee || line.Typed || line.IsBackchannel)
            {
                continue;
            }
            var ms = line.StartMs - before.EndMs;
            if (ms >= 0 && !story.Holds.Any(h => h.StartMs < line.StartMs && h.EndMs > before.EndMs))
            {
                responses.Add((line, ms));
            }
        }
        return responses;
    }

    public static IEnumerable<CallLine> Interruptions(CallStory story) =>
        story.Trainee.Where(l => l.Spoken.InterruptedOther && !l.Typed);

    public static IReadOnlyList<(CallLine First, int LengthMs)> Monologues(CallStory story)
    {
        var monologues = new List<(CallLine First, int LengthMs)>();
        CallLine? first = null;
        CallLine? last = null;
        foreach (var line in story.Lines)
        {
            if (line.Party != Party.Trainee || line.Typed)
            {
                first = line.Party == Party.Trainee ? null : Close(line.Words);
                continue;
            }
            if (first is null || line.StartMs - last!.EndMs > MonologueGapMs)
            {
                first = line;
            }
            last = line;
            var length = line.EndMs - first.StartMs;
            if (monologues.Count > 0 && monologues[^1].First == first)
            {
                monologues[^1] = (first, length);
            }
            else
            {
                monologues.Add((first, length));
            }
        }
        return monologues;

        // "Mm-hm" from the patient does not end it.
        CallLine? Close(SpokenLine words) => Backchannels.Is(words) ? first : null;
    }

    private static int SpeechMs(CallLine line) => line.Spoken.Voice is { SpeechMs: > 0 } voice ? voice.SpeechMs : line.LengthMs;
}
