namespace RealtimeTraining.Server.Calls;

/// <summary>What was heard of one utterance of the patient, and when.</summary>
/// <param name="Samples">How much of its sound, from its beginning.</param>
/// <param name="StartMs">Its first sound, on the call's clock.</param>
/// <param name="EndMs">Its last sound that was heard.</param>
public readonly record struct HeardSpan(int Utterance, long Samples, int StartMs, int EndMs);
