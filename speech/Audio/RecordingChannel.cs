namespace RealtimeTraining.Speech.Audio;

/// <summary>Who stands on which side of a call's recording.</summary>
public enum RecordingChannel
{
    /// <summary>Left.</summary>
    Trainee = 0,

    /// <summary>Right.</summary>
    Patient = 1,
}
