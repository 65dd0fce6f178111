namespace RealtimeTraining.Models.Engines;

/// <summary>Why a remote server gave no usable answer.</summary>
public enum RemoteFailure
{
    /// <summary>No connection: wrong address, not started, a firewall, TLS.</summary>
    Unreachable,

    /// <summary>It wants a key, or another one.</summary>
    KeyRefused,

    /// <summary>No such model, or no such path.</summary>
    NotFound,

    /// <summary>It did not like the request.</summary>
    RequestRefused,

    /// <summary>Too many requests, or starting up.</summary>
    Busy,

    /// <summary>It failed, by its own account.</summary>
    ServerError,

    /// <summary>It points elsewhere, which is never followed.</summary>
    Redirected,

    TimedOut,

    /// <summary>The connection went away within the answer.</summary>
    BrokenOff,

    /// <summary>The answer is longer than it may be.</summary>
    TooLong,

    /// <summary>The answer is not of the agreed form.</summary>
    NotUnderstood,
}
