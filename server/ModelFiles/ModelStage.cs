namespace RealtimeTraining.Server.ModelFiles;

/// <summary>How it stands with a model, with what the server is doing about it.</summary>
public enum ModelStage
{
    Missing,

    /// <summary>A part is there; fetching goes on from there.</summary>
    Partial,

    /// <summary>It was asked for, and others are before it.</summary>
    Queued,

    Fetching,

    /// <summary>The connection failed; it is tried again by itself in a moment.</summary>
    Retrying,

    Verifying,

    /// <summary>Somebody put the file there; it is read before it is used.</summary>
    Unverified,

    Installed,

    /// <summary>A file of that name that is not the model. Never used.</summary>
    Damaged,

    /// <summary>The last try failed. What has come so far is kept.</summary>
    Failed,
}
