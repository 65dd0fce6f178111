using System.Text;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Speaks one decision: the writer's clauses go through the voice into the playout, the first while the rest is still
/// written. Can be cut off at any moment, and then knows which words were heard.
/// </summary>
public sealed class ReplySpeaker(CallParts parts, Playout playout, Action<CallCommand> tell, int utterance, PatientDecision decision)
{
    /// <summary>How long the browser's own voice is taken to need for a character.</summary>
    private const int BrowserMsPerCharacter = 62;
    private readonly Lock _lock = new();
    private readonly List<(string Text, long FromSample)> _clauses = [];
    private long _samples;

    public int Utterance => utterance;

    public PatientDecision Decision => decision;

    /// <summary>On the call's clock; null before it happened.</summary>
    public int? FirstWordMs { get; private set; }

    public int? FirstAudioMs { get; private set; }

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

    public int LengthMs => (int)AudioFormat.Milliseconds(Interlocked.Read(ref _samples));

    public async Task SpeakAsync(IReadOnlyList<CallEvent> recent, CancellationToken cancellationToken)
    {
        playout.Begin(utterance);
        await foreach (var clause in parts.ReplyWriter.WriteAsync(new ReplyRequest(decision, parts.Scenario, recent), cancellationToken))
        {
            FirstWordMs ??= parts.Clock.NowMs;
            lock (_lock)
            {
                _clauses.Add((clause, _samples));
            }
            tell(new CallCommand.PatientSaid(utterance, Text, IsWhole: false));
            await SynthesiseAsync(clause, cancellationToken);
        }
        playout.Complete(utterance);
        tell(new CallCommand.PatientSaid(utterance, Text, IsWhole: true));
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
        FirstAudioMs ??= parts.Clock.NowMs;
        Interlocked.Add(ref _samples, samples.Length);
        playout.Add(utterance, samples);
    }
}
