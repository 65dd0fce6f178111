using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Prosody;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>What is known of the trainee's voice over a call. Not thread-safe.</summary>
public sealed class TraineeVoice
{
    private readonly EndingMeter _ending = new();
    private readonly VoiceOdds _odds = new(VoiceEndModel.Shared);
    private (int SpeechEndMs, float? Odds) _last = (-1, null);

    public void BeginTurn() => _ending.Begin();

    /// <inheritdoc cref="EndingMeter.Add"/>
    public void Add(float? pitch) => _ending.Add(pitch);

    /// <summary>At a silence; the same however long it lasts.</summary>
    /// <param name="speechEndMs">The last sound before it.</param>
    /// <returns>As of <see cref="VoiceOdds.At"/>; null where too little was heard.</returns>
    public float? OddsOfEnd(int speechEndMs)
    {
        if (_last.SpeechEndMs != speechEndMs)
        {
            _last = (speechEndMs, _ending.Ending() is { } ending ? _odds.At(ending) : null);
        }
        return _last.Odds;
    }
}
