using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition.Streaming;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

internal sealed class ScriptedDecode
{
    private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken token;

    public ScriptedDecode(WindowRequest request, CancellationToken cancellationToken)
    {
        (Request, token) = (request, cancellationToken);
        cancellationToken.Register(() => cancelled.TrySetResult());
    }

    public WindowRequest Request { get; }

    public TaskCompletionSource<IReadOnlyList<DecodedSegment>> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int LengthMs => (int)AudioFormat.Milliseconds(Request.Samples.Length);

    /// <summary>Somebody asked it to stop.</summary>
    public Task Cancelled => cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public bool IsCancelled => token.IsCancellationRequested;

    /// <summary>Ends with these words, evenly spread over the first <paramref name="overMs"/> of the window.</summary>
    public void Says(string words, int overMs, double probability = 0.9)
    {
        var each = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Result.SetResult([new DecodedSegment(
            [.. each.Select((word, i) => new DecodedToken(' ' + word, overMs * i / each.Length, overMs * (i + 1) / each.Length, probability))], 0.01)]);
    }

    public void SaysNothing() => Result.SetResult([]);

    public void Breaks() => Result.SetException(new InvalidOperationException("The decoder broke."));

    /// <summary>Ends as one that was cancelled.</summary>
    public void LetsGo() => Result.SetCanceled(token);
}
