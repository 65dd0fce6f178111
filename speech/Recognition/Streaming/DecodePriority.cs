namespace RealtimeTraining.Speech.Recognition.Streaming;

internal enum DecodePriority
{
    /// <summary>Words so far: worth something only while nobody waits for more.</summary>
    Partial,

    /// <summary>Somebody waits for the answer.</summary>
    Final,
}
