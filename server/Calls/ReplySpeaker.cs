using System.Text;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Speaks one decision: the writer's clauses go through the voice into the playout, the first while the rest is still
/// written. What is made before it is let go waits. Can be cut off at any moment, and then knows which words were heard.
/// </summary>
public sealed class ReplySpeaker(CallParts parts, Playout playout, Action<CallCommand> tell, int utterance, PatientDecision decision)
{
    /// <summary>How long the browser's own voice is taken to need for a character.</summary>
    private const int BrowserMsPerCharacter = 62;
    private readonly Lock _lock = new();
    private readonly List<(string Text, long FromSample)> _clauses = [];
    private readonly List<ReadOnlyMemory<short>> _waiting = [];
    private long _samples;
    private int? _firstWordMs;
    private int? _firstAudioMs;
    private int? _letGoMs;
    private bool _whole;

    public int Utterance => utterance;

    public PatientDecision Decision => decision;

    /// <summary>On the call's clock, not before it was let go; null before it happened.</summary>
    public int? FirstWordMs => _firstWordMs is { } at ? Math.Max(at, _letGoMs ?? at) : null;

    /// <inheritdoc cref="FirstWordMs"/>
    public int? FirstAudioMs => _firstAudioMs is { } at ? Math.Max(at, _letGoMs ?? at) : null;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return string.Join(' ', _clauses.Select(clause => clause.Text));
            }
        }
    }

    public int LengthMs
    {
        get
        {
            lock (_lock)
            {
                return (int)AudioFormat.Milliseconds(_samples);
            }
        }
    }

    public async Task SpeakAsync(IReadOnlyList<CallEvent> recent, CancellationToken cancellationToken)
    {
        await foreach (var clause in parts.ReplyWriter.WriteAsync(new ReplyRequest(decision, parts.Scenario, recent), cancellationToken))
        {
            lock (_lock)
            {
                _firstWordMs ??= parts.Clock.NowMs;
                _clauses.Add((clause, _samples));
            }
            TellWords();
            await SynthesiseAsync(clause, cancellationToken);
        }
        lock (_lock)
        {
            _whole = true;
            if (_letGoMs is not null)
            {
                playout.Complete(utterance);
            }
        }
        TellWords();
    }

    /// <summary>From now on it may be heard, what was made of it so far at once.</summary>
    public void LetGo()
    {
        lock (_lock)
        {
            _letGoMs = parts.Clock.NowMs;
            playout.Begin(utterance);
            _waiting.ForEach(samples => playout.Add(utterance, samples));
            _waiting.Clear();
            if (_whole)
            {
                playout.Complete(utterance);
            }
        }
        TellWords();
    }

    /// <summary>The words that lie before this place of the utterance's sound: whole clauses, then by the share heard.</summary>
    public string HeardText(long heardSamples)
    {
        lock (_lock)
        {
            var heard = new StringBuilder();
            for (var i = 0; i < _clauses.Count && _clauses[i].FromSample < heardSamples; i++)
            {
                var end = i + 1 < _clauses.Count ? _clauses[i + 1].FromSample : _samples;
                var share = (double)(heardSamples - _clauses[i].FromSample) / Math.Max(1, end - _clauses[i].FromSample);
                var words = _clauses[i].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                heard.AppendJoin(' ', words.Take((int)Math.Round(words.Length * Math.Min(1, share)))).Append(' ');
            }
            return heard.ToString().TrimEnd();
        }
    }

    private async Task SynthesiseAsync(string clause, CancellationToken cancellationToken)
    {
        if (parts.Synthesizer is null)
        {
            Add(new short[AudioFormat.Samples(clause.Length * BrowserMsPerCharacter)]);
            return;
        }
        var speaking = parts.Scenario.Patient.Speaking;
        var request = new SpeechRequest(clause, speaking.Voice, speaking.Rate * decision.Rate, speaking.Pitch * decision.Pitch, decision.Mood.ToString().ToLowerInvariant());
        await foreach (var samples in parts.Synthesizer.SpeakAsync(request, cancellationToken))
        {
            Add(samples);
        }
    }

    private void Add(ReadOnlyMemory<short> samples)
    {
        lock (_lock)
        {
            _firstAudioMs ??= parts.Clock.NowMs;
            _samples += samples.Length;
            if (_letGoMs is null)
            {
                _waiting.Add(samples);
            }
            else
            {
                playout.Add(utterance, samples);
            }
        }
    }

    private void TellWords()
    {
        string text;
        bool whole;
        lock (_lock)
        {
            if (_letGoMs is null || _clauses.Count == 0)
            {
                return;
            }
            (text, whole) = (Text, _whole);
        }
        tell(new CallCommand.PatientSaid(utterance, text, whole));
    }
}
