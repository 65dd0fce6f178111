namespace RealtimeTraining.Speech.Audio;

/// <summary>The tracks of a call's recording.</summary>
public enum RecordingChannel
{
    /// <summary>Left.</summary>
    Trainee = 0,

    /// <summary>Right.</summary>
    Patient = 1,

    /// <summary>In the middle; only where one spoke to both.</summary>
    Supervisor = 2,
}
