namespace RealtimeTraining.Server.Reviews;

/// <summary>Speech on one channel, or of one voice, without a longer pause.</summary>
public readonly record struct SpeechStretch(int Channel, int StartMs, int EndMs)
{
    public int LengthMs => EndMs - StartMs;
}
