using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// How two people shared the line, from the time stamps of what was spoken alone. Typed lines take no time of speech, and
/// what a supervisor says is neither's.
/// </summary>
internal sealed class Interplay
{
    /// <summary>Shorter overlaps are the ordinary handing over of the floor (Heldner and Edlund 2010: half of them are below 0.3 s).</summary>
    public const int NoticedOverlapMs = 250;

    /// <summary>Shorter silences are thinking.</summary>
    public const int DeadAirMs = 3000;

    /// <summary>A pause of more than that between two lines of one person ends a monologue, as does the other's word.</summary>
    private const int MonologueGapMs = 2500;

    private readonly List<CallLine> _lines;
    private readonly IReadOnlyList<Hold> _holds;

    private Interplay(IEnumerable<CallLine> lines, IReadOnlyList<Hold> holds)
    {
        (_lines, _holds) = ([.. lines.OrderBy(l => l.StartMs).ThenBy(l => l.EndMs)], holds);
        Trainee = Spans.Union(Spoken(Party.Trainee));
        Patient = Spans.Union(Spoken(Party.Patient));
        Overlaps = Spans.Common(Trainee, Patient);
    }

    /// <summary>When the trainee spoke, in order, none touching the next.</summary>
    public IReadOnlyList<Span> Trainee { get; }

    public IReadOnlyList<Span> Patient { get; }

    /// <summary>When both did.</summary>
    public IReadOnlyList<Span> Overlaps { get; }

    /// <summary>The trainee's share of all speech, 0-1; null before both could have spoken.</summary>
    public double? TalkRatio
    {
        get
        {
            var (mine, theirs) = (Spans.Length(Trainee), Spans.Length(Patient));
            return mine == 0 ? null : (double)mine / (mine + theirs);
        }
    }

    public static Interplay Of(CallStory story) => new(story.Lines, story.Holds);

    /// <summary>From the end of the patient's speech to the trainee's first word; not across a hold, typing, "mm-hm" or an interruption.</summary>
    public IReadOnlyList<(CallLine Line, int Ms)> Responses()
    {
        var responses = new List<(CallLine, int)>();
        for (var i = 1; i < _lines.Count; i++)
        {
            var (before, line) = (_lines[i - 1], _lines[i]);
            if (before is { Party: Party.Patient, Typed: false } && line is { Party: Party.Trainee, Typed: false, IsBackchannel: false }
                && line.StartMs >= before.EndMs && !_holds.Any(h => h.StartMs < line.StartMs && h.EndMs > before.EndMs))
            {
                responses.Add((line, line.StartMs - before.EndMs));
            }
        }
        return responses;
    }

    /// <summary>
    /// Lines, but for "mm-hm", that began while the other was speaking, had not just begun too, and would have gone on for a noticed
    /// while, in order of time. Where the call itself heard it, that counts: a patient falls silent at once when interrupted.
    /// </summary>
    public IReadOnlyList<CallLine> InterruptionsBy(Party party)
    {
        var others = party == Party.Trainee ? Patient : Trainee;
        return [.. _lines.Where(l => l.Party == party && l is { Typed: false, IsBackchannel: false }
            && (l.Spoken.InterruptedOther || others.Any(o => o.StartMs + TraineeTurn.TogetherMs <= l.StartMs && o.EndMs - l.StartMs >= NoticedOverlapMs)))];
    }

    /// <summary>Silences of three seconds and more between what was said, but for time on hold and around typing. The end of the call is none.</summary>
    public IReadOnlyList<Span> DeadAir()
    {
        var silences = new List<Span>();
        var taken = _lines.Select(l => (l.StartMs, l.EndMs, l.Typed)).Concat(_holds.Select(h => (h.StartMs, h.EndMs, Typed: false)))
            .OrderBy(t => t.StartMs).ToList();
        var (until, typed) = (taken.Count > 0 ? taken[0].StartMs : 0, false);
        foreach (var next in taken)
        {
            if (next.StartMs - until >= DeadAirMs && !typed && !next.Typed)
            {
                silences.Add(new Span(until, next.StartMs));
            }
            if (next.EndMs >= until)
            {
                (until, typed) = (next.EndMs, next.Typed);
            }
        }
        return silences;
    }

    /// <summary>Stretches of the trainee alone, pauses included. "Mm-hm" of the patient does not end one.</summary>
    public IReadOnlyList<(CallLine First, int LengthMs)> Monologues()
    {
        var monologues = new List<(CallLine First, int LengthMs)>();
        var (first, endMs) = ((CallLine?)null, 0);
        foreach (var line in _lines)
        {
            if (line.Party != Party.Trainee || line.Typed)
            {
                first = line.Party != Party.Trainee && Backchannels.Is(line.Words) ? first : null;
                continue;
            }
            if (first is null || line.StartMs - endMs > MonologueGapMs)
            {
                (first, endMs) = (line, line.EndMs);
                monologues.Add((line, line.LengthMs));
                continue;
            }
            endMs = Math.Max(endMs, line.EndMs);
            monologues[^1] = (first, endMs - first.StartMs);
        }
        return monologues;
    }

    private IEnumerable<Span> Spoken(Party party) => _lines.Where(l => l.Party == party && !l.Typed).Select(l => new Span(l.StartMs, l.EndMs));
}
