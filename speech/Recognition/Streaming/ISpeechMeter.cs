namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>A speech detector's word on a stretch of sound. Thread-safe.</summary>
internal interface ISpeechMeter
{
    /// <summary>How many milliseconds of speech there are in 16 kHz mono samples.</summary>
    int SpeechMs(ReadOnlySpan<short> samples);
}
