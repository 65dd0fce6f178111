using System.Net;

namespace RealtimeTraining.Models.Engines;

/// <summary>
/// A remote server gave no usable answer. The message says what to do about it and holds neither the key nor anything
/// that was said.
/// </summary>
public sealed class RemoteServerException(RemoteFailure failure, string message, HttpStatusCode? status = null, Exception? cause = null)
    : Exception(message, cause)
{
    public RemoteFailure Failure => failure;

    /// <summary>When the server answered with one that means failure.</summary>
    public HttpStatusCode? Status => status;
}
