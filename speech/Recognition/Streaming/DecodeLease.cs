namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>A place in the queue of a <see cref="DecodeScheduler"/>, and then one of its slots.</summary>
internal sealed class DecodeLease(DecodePriority priority)
{
    public DecodePriority Priority => priority;

    /// <summary>Done when the slot is had.</summary>
    public TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the decoder has let go of the slot, or the slot was never had.</summary>
    public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cancelled when the caller does not want it any more, or it has to make way.</summary>
    public CancellationTokenSource Stop { get; } = new();
}
