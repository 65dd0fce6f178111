using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Gathers a <see cref="CallStory"/> from the log. Stateless.</summary>
internal sealed class CallStoryReader(IUtteranceAnalysis analysis)
{
    public CallStory Read(CallRecord call)
    {
        var events = call.Events;
        var script = new ScriptTracker(call.Scenario);
        var lines = ReadLines(events, script);
        var byUtterance = new Dictionary<int, CallLine>();
        foreach (var line in lines)
        {
            byUtterance.TryAdd(line.Utterance, line);
        }
        foreach (var understood in events.OfType<UtteranceUnderstood>())
        {
            if (byUtterance.TryGetValue(understood.Utterance, out var line))
            {
                line.Acts = understood.Acts;
            }
        }
        foreach (var callEvent in events)
        {
            script.Remember(callEvent);
        }
        var answered = events.OfType<CallAnswered>().FirstOrDefault()?.AtMs ?? (events.Count > 0 ? events[0].AtMs : 0);
        var ended = events.OfType<CallEnded>().LastOrDefault();
        var end = ended?.AtMs ?? Math.Max(events.Count > 0 ? events.Max(e => e.AtMs) : 0, lines.Count > 0 ? lines.Max(l => l.EndMs) : 0);
        return new CallStory
        {
            Call = call,
            Patient = Pronouns.Of(call.Scenario.Patient.Pronoun),
            Lines = lines,
            ByUtterance = byUtterance,
            Trainee = [.. lines.Where(l => l.Party == Party.Trainee && !l.IsBackchannel)],
            Exchanges = ExchangeReader.Read(lines),
            Happened = Happened(events, script),
            Script = script,
            Blockers = Blockers(events, lines),
            Holds = HoldReader.Read(events, lines, end),
            DeadAirs = [.. events.OfType<DeadAirNoticed>()],
            Decisions = Decisions(events),
            Moods = Moods(events),
            Ended = ended,
            Continued = events.Any(e => e is CallContinued),
            AnsweredMs = answered,
            EndMs = end,
        };
    }

    private List<CallLine> ReadLines(IReadOnlyList<CallEvent> events, ScriptTracker script)
    {
        var cuts = new Dictionary<int, UtteranceCutOff>();
        foreach (var cut in events.OfType<UtteranceCutOff>())
        {
            cuts[cut.Utterance] = cut;
        }
        var lines = new List<CallLine>();
        var context = new UtteranceContext();
        var rests = events.OfType<UtteranceSpoken>().Where(spoken => spoken.GoesOnFrom is not null).ToLookup(spoken => spoken.GoesOnFrom);
        foreach (var spoken in Transcripts.Spoken(events))
        {
            var cut = cuts.GetValueOrDefault(spoken.Utterance);
            var words = SpokenLine.Of(cut?.HeardText ?? spoken.Text);
            var trainee = spoken.Party == Party.Trainee;
            var beginning = spoken.GoesOnFrom is { } from ? lines.Find(line => line.Utterance == from) : null;
            var rest = rests[spoken.Utterance].FirstOrDefault();
            var whole = beginning is null ? words : CallLine.Joined(beginning.Text, words.Text);
            var isList = trainee && script.Hear(spoken.Utterance, whole).IsList;
            lines.Add(new CallLine(spoken, words, cut?.EndMs ?? spoken.EndMs, cut is not null)
            {
                Whole = whole,
                // A sentence that the patient broke into is read as a whole where it began, as that answers the patient.
                Reading = trainee && beginning is null ? analysis.ReadTrainee(rest is null ? words : CallLine.Joined(words.Text, rest.Text), context) : UtteranceReading.Nothing,
                Feeling = spoken.Party == Party.Patient ? analysis.ReadPatient(words) : null,
                IsList = isList,
            });
            context = spoken.Party switch
            {
                Party.Trainee => context with { Earlier = words.Text },
                Party.Patient => context with { Before = words.Text },
                _ => context,
            };
        }
        return lines;
    }

    private static List<BlockerRaised> Blockers(IReadOnlyList<CallEvent> events, List<CallLine> lines)
    {
        // What a supervisor said is not the trainee's doing; and a sentence that the patient broke into is judged by the whole of it.
        var others = lines.Where(line => line.Party == Party.Supervisor).Select(line => line.Utterance);
        var understood = events.OfType<UtteranceUnderstood>().Select(rest => rest.Utterance).ToHashSet();
        var beginnings = events.OfType<UtteranceSpoken>().Where(rest => understood.Contains(rest.Utterance)).Select(rest => rest.GoesOnFrom).OfType<int>();
        var not = others.Concat(beginnings).ToHashSet();
        return [.. events.OfType<BlockerRaised>().Where(raised => !not.Contains(raised.Utterance))];
    }

    private static Dictionary<string, int> Happened(IReadOnlyList<CallEvent> events, ScriptTracker script)
    {
        var happened = new Dictionary<string, int>();
        foreach (var callEvent in events)
        {
            var (id, utterance) = callEvent switch
            {
                GoalMet met => (met.GoalId, met.Utterance),
                FactRevealed fact => (fact.FactId, fact.Utterance),
                ObjectionDissolved objection => (objection.ObjectionId, objection.Utterance),
                _ => ("", 0),
            };
            if (id.Length > 0)
            {
                happened.TryAdd(id, utterance);
            }
        }
        foreach (var (phase, utterance) in script.Done)
        {
            happened.TryAdd(phase, utterance);
        }
        return happened;
    }

    private static List<(PatientDecided, int)> Decisions(IReadOnlyList<CallEvent> events)
    {
        var decisions = new List<(PatientDecided, int)>();
        var utterance = 0;
        for (var i = events.Count - 1; i >= 0; i--)
        {
            switch (events[i])
            {
                case UtteranceSpoken { Party: Party.Patient } spoken: utterance = spoken.Utterance; break;
                case UtteranceSpoken: utterance = 0; break;
                case PatientDecided decided: decisions.Add((decided, utterance)); break;
                default: break;
            }
        }
        decisions.Reverse();
        return decisions;
    }

    private static List<(MoodChanged, int)> Moods(IReadOnlyList<CallEvent> events)
    {
        var moods = new List<(MoodChanged, int)>();
        var last = 0;
        foreach (var callEvent in events)
        {
            switch (callEvent)
            {
                case UtteranceSpoken spoken: last = spoken.Utterance; break;
                case MoodChanged mood: moods.Add((mood, last)); break;
                default: break;
            }
        }
        return moods;
    }
}
