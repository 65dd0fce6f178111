using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Cues from the sound of the voice, against the same person's first utterances. One a call.</summary>
internal sealed class VoiceCues
{
    /// <summary>So many flat utterances in a row are no chance.</summary>
    private const int FlatInARow = 3;

    private readonly List<CallLine> _heard = [];
    private int _flat;
    private bool _wasRaised;

    public IEnumerable<CueCandidate> Of(LiveCall call, CallLine line)
    {
        if (!VoiceBaseline.IsHeard(line))
        {
            yield break;
        }
        if (_heard.Count < VoiceBaseline.Utterances)
        {
            _heard.Add(line);
            yield break;
        }
        var point = VoiceReader.Against(VoiceBaseline.Of(_heard)!, line);
        var raised = point.LoudnessDb > VoiceReader.RaisedDb;
        _flat = point.Movement is null ? _flat : point.Movement < VoiceReader.FlatMovement ? _flat + 1 : 0;
        if (raised)
        {
            yield return Cue(CueKind.Suggestion, "raisedVoice", 72, $"{point.LoudnessDb:0} dB louder than you began", "Your voice went up. Bring it down a little.", "A little softer.");
        }
        else if (_wasRaised && point.LoudnessDb < VoiceReader.RaisedDb / 2)
        {
            yield return Cue(CueKind.Praise, "softened", 40, "Back to your usual loudness", "You brought your voice down. Good.");
        }
        if (_flat >= FlatInARow)
        {
            yield return Cue(CueKind.Suggestion, "flatVoice", 33, $"Your pitch moves {point.Movement * 100:0} % as far as at the start", "Let your voice move a little more.");
        }
        _wasRaised = raised;

        CueCandidate Cue(CueKind kind, string code, int usefulness, string reason, params string[] texts) =>
            new(kind, ScoringCategory.Tone, code, usefulness, reason, line.Utterance, call.NowMs, texts);
    }
}
