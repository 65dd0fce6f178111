namespace RealtimeTraining.Server.Calls;

/// <summary>Where the time went between the trainee's last sound and the patient's first.</summary>
public sealed class TurnWaterfall
{
    private readonly int _utterance;
    private readonly int _speechEndMs;
    private readonly int _endpointMs;
    private readonly int _finalMs;
    private readonly string _reason;

    public TurnWaterfall(int utterance, HeardUtterance heard) =>
        (_utterance, _speechEndMs, _endpointMs, _finalMs, _reason) =
        (utterance, heard.SpeechEndMs, heard.EndpointMs, heard.FinalMs, heard.EndpointReason);

    /// <summary>A typed turn ends when it is sent.</summary>
    public TurnWaterfall(int utterance, int typedAtMs) =>
        (_utterance, _speechEndMs, _endpointMs, _finalMs, _reason) = (utterance, typedAtMs, typedAtMs, typedAtMs, "typed");

    public int? DecisionMs { get; set; }

    /// <summary>The reply was ready before the turn was over.</summary>
    public bool Prepared { get; set; }

    public TurnTimed Finish(ReplySpeaker reply, int? playedAtMs)
    {
        var decision = DecisionMs ?? _finalMs;
        var firstWord = reply.FirstWordMs ?? decision;
        return new TurnTimed(
            _utterance, _endpointMs - _speechEndMs, _finalMs - _speechEndMs, decision - _speechEndMs,
            firstWord - _speechEndMs, (reply.FirstAudioMs ?? firstWord) - _speechEndMs, playedAtMs - _speechEndMs)
        { EndpointReason = _reason, Prepared = Prepared };
    }
}
