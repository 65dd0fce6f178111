using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// Reads an observed call: finds the script's lines in the sound of the microphone, and what the patient did about each.
/// Sounds are taken as the page measured them; the server's events say only whose sound and which kind it was.
/// </summary>
public sealed class CallReading
{
    /// <summary>Lines lie further apart than this, and a file does not slip so much against the page's clock.</summary>
    private const int SlipMs = 700;

    /// <summary>How far the moment at which the server says that it speaks may lie from the sound in the page.</summary>
    private const int NearMs = 600;

    private readonly ObservedCall _call;
    private readonly double _offsetMs;
    private readonly IReadOnlyList<Sound> _ear;
    private readonly IReadOnlyList<double> _patientStarts;

    public CallReading(ObservedCall call)
    {
        _call = call;
        var answeredAt = call.Page.Call.AnsweredAt ?? throw new InvalidOperationException($"The patient of {call.Script.ScenarioId} did not answer.");
        _offsetMs = answeredAt - call.Events.OfType<CallAnswered>().First().AtMs;
        // Before that it rings.
        _ear = [.. call.Page.Sound.Ear.Where(sound => sound.EndMs > answeredAt)];
        _patientStarts = [.. call.Events.OfType<SpeechStarted>().Where(started => started.Party == Party.Patient).Select(OnPage)];
        if (_patientStarts.Count == 0)
        {
            throw new InvalidOperationException($"The patient of {call.Script.ScenarioId} did not speak.");
        }
        Lines = Read();
        Strays = [.. Utterances.Where(said => Lines.All(line => !Belongs(said, line)))];
    }

    public IReadOnlyList<LineReading> Lines { get; }

    /// <summary>Lines that the call was over before.</summary>
    public int Unsaid => _call.Script.Lines.Count - Lines.Count;

    /// <summary>Utterances that the recogniser heard where nobody spoke.</summary>
    public IReadOnlyList<UtteranceSpoken> Strays { get; }

    public WordErrors WordErrors => Lines.Select(line => WordErrors.Between(line.Line.Text, line.Recognised))
        .Concat(Strays.Select(stray => WordErrors.Between("", stray.Text)))
        .Aggregate(WordErrors.None, (sum, errors) => sum + errors);

    public IEnumerable<UtteranceSpoken> Utterances => _call.Events.OfType<UtteranceSpoken>().Where(said => said is { Party: Party.Trainee, Typed: false });

    /// <summary>An event's moment on the page's clock.</summary>
    public double OnPage(CallEvent callEvent) => OnPage(callEvent.AtMs);

    public double OnPage(int callMs) => callMs + _offsetMs;

    private List<LineReading> Read()
    {
        var lines = FindLines();
        return [.. lines.Select((line, index) => Judge(line, index + 1 < lines.Count ? lines[index + 1].StartMs : double.PositiveInfinity))];
    }

    private List<LineReading> FindLines()
    {
        var mouth = _call.Page.Sound.Mouth;
        if (mouth.Count == 0)
        {
            throw new InvalidOperationException($"No sound came from the microphone in the call to {_call.Script.ScenarioId}.");
        }
        var fileBegan = mouth[0].AtMs - _call.Script.Lines[0].FirstSoundMs;
        var ended = OnPage(_call.Events.OfType<CallEnded>().Last());
        var found = new List<LineReading>();
        foreach (var line in _call.Script.Lines)
        {
            var sounds = mouth.Where(sound => sound.AtMs > fileBegan + line.FirstSoundMs - SlipMs && sound.EndMs < fileBegan + line.LastSoundMs + SlipMs).ToList();
            // What was said to the ringing tone, or to a patient who had hung up, is no turn.
            if (sounds.Count > 0 && sounds[0].AtMs > _patientStarts[0] && sounds[^1].EndMs < ended)
            {
                found.Add(new LineReading(line, sounds[0].AtMs, sounds[^1].EndMs));
            }
        }
        return found;
    }

    private LineReading Judge(LineReading line, double nextLineMs)
    {
        List<(UtteranceSpoken Said, TurnTimed? Timed)> said = [.. Utterances.Where(said => Belongs(said, line))
            .Select(said => (said, _call.Events.OfType<TurnTimed>().LastOrDefault(timed => timed.Utterance == said.Utterance)))];
        return line with
        {
            ReplyMs = Reply(line, nextLineMs) - line.EndMs,
            SilencedMs = Silenced(line) - line.StartMs,
            FalselyCutOff = _ear.Any(sound => sound.AtMs > line.StartMs && sound.AtMs < line.EndMs && IsPatientStart(sound)),
            ServerEndsLaterMs = said.Count == 0 ? null : OnPage(said[^1].Said.EndMs) - line.EndMs,
            Timed = said.LastOrDefault().Timed,
            EndedAt = [.. said.SkipLast(1).Where(one => one.Timed is not null).Select(one => $"\"{one.Said.Text}\" ({one.Timed!.EndpointMs} ms: {one.Timed.EndpointReason})")],
            Recognised = string.Join(' ', said.Select(one => one.Said.Text)),
        };
    }

    private double? Reply(LineReading line, double nextLineMs)
    {
        if (_ear.Any(sound => sound.AtMs <= line.EndMs && sound.EndMs > line.EndMs))
        {
            return null;
        }
        var reply = _ear.FirstOrDefault(sound => sound.AtMs > line.EndMs && sound.AtMs < nextLineMs && IsPatientStart(sound));
        // "Are you still there?" is no answer.
        return reply is null || _call.Events.OfType<DeadAirNoticed>().Select(OnPage).Any(at => at > line.EndMs && at < reply.AtMs) ? null : reply.AtMs;
    }

    private double? Silenced(LineReading line)
    {
        var cutOff = _call.Events.OfType<UtteranceCutOff>()
            .FirstOrDefault(cut => cut.HeardText.Length > 0 && OnPage(cut) > line.StartMs && OnPage(cut) < line.EndMs + NearMs);
        // A patient who broke into the line was not interrupted by it.
        if (cutOff is null || _patientStarts.LastOrDefault(start => start < OnPage(cutOff)) > line.StartMs)
        {
            return null;
        }
        var last = _ear.LastOrDefault(sound => sound.AtMs < OnPage(cutOff));
        // The patient was drawing breath when the trainee began.
        return last is null || last.EndMs <= line.StartMs ? null : last.EndMs;
    }

    private bool IsPatientStart(Sound sound) => _patientStarts.Any(start => Math.Abs(start - sound.AtMs) < NearMs);

    private bool Belongs(UtteranceSpoken said, LineReading line)
    {
        var middle = (OnPage(said.StartMs) + OnPage(said.EndMs)) / 2;
        return middle > line.StartMs - SlipMs && middle < line.EndMs + SlipMs;
    }
}
