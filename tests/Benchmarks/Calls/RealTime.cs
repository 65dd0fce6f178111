using System.Diagnostics;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>The clock of a sound that is sent as fast as it is spoken. It begins with its making.</summary>
internal sealed class RealTime
{
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>Waits until so much of the sound has been spoken; not at all where that is past.</summary>
    public async Task UntilAsync(int atMs, CancellationToken cancellationToken)
    {
        var early = TimeSpan.FromMilliseconds(atMs) - Stopwatch.GetElapsedTime(_began);
        if (early > TimeSpan.Zero)
        {
            await Task.Delay(early, cancellationToken);
        }
    }
}
