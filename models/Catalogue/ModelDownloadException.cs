namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// A model that could not be fetched, copied in or removed. The message is a sentence for the person who asked, and says
/// what to do; <see cref="Code"/> is one of <see cref="ModelFailures"/> and does not change between versions.
/// </summary>
public sealed class ModelDownloadException : Exception
{
    public ModelDownloadException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    public ModelDownloadException()
        : this(ModelFailures.ServerError, "A model could not be fetched.")
    {
    }

    public ModelDownloadException(string message)
        : this(ModelFailures.ServerError, message)
    {
    }

    public ModelDownloadException(string message, Exception inner)
        : this(ModelFailures.ServerError, message, inner)
    {
    }

    public string Code { get; }

    /// <summary>The same may work in a moment.</summary>
    internal bool MayPass { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    internal TimeSpan? After { get; init; }
}
