namespace RealtimeTraining.Server.Reviews;

/// <summary>What has to be done with a recording next. A stage is entered when the one before has kept what it made.</summary>
public enum ReviewStage
{
    /// <summary>Find out what the file holds.</summary>
    Probe,

    /// <summary>Turn it into 16 kHz sound, sealed; then the uploaded file is removed.</summary>
    Decode,

    /// <summary>Find who spoke when, and write down what was said.</summary>
    Transcribe,
}

public enum ReviewStatus
{
    /// <summary>Parts of the file are still missing.</summary>
    Uploading,

    Queued,

    Working,

    Ready,

    /// <summary>Says why; can be tried again from the stage that failed.</summary>
    Failed,
}
