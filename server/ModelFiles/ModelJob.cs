using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

public enum ModelJobKind
{
    Fetch,
    Verify,
}

/// <summary>The fetching or verifying of one model, from its being asked for until it ends. Thread-safe.</summary>
public sealed class ModelJob(ModelEntry entry, ModelJobKind kind) : IProgress<ModelProgress>
{
    private volatile ModelProgress? _progress;
    private volatile ModelDownloadException? _failure;
    private volatile bool _begun;

    public ModelEntry Entry => entry;

    public ModelJobKind Kind => kind;

    /// <summary>False while others are before it.</summary>
    public bool Begun => _begun;

    /// <summary>Null until something is known.</summary>
    public ModelProgress? Progress => _progress;

    /// <summary>Why it ended without a result; null while it runs.</summary>
    public ModelDownloadException? Failure => _failure;

    /// <summary>Ends when the job has ended, however it did, and never throws.</summary>
    public Task Ended { get; internal set; } = Task.CompletedTask;

    internal CancellationTokenSource Stopping { get; } = new();

    internal void Begin() => _begun = true;

    internal void Fail(ModelDownloadException failure) => _failure = failure;

    public void Report(ModelProgress value) => _progress = value;
}
