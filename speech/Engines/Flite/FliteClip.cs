namespace RealtimeTraining.Speech.Engines.Flite;

internal sealed record FliteClip(int SampleRateHz, short[] Samples);
