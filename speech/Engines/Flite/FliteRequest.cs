namespace RealtimeTraining.Speech.Engines.Flite;

internal sealed record FliteRequest(string Text, FliteVoice Voice, double Rate, double Pitch);
