using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Media;

/// <summary>How often one participant may offer WebRTC. One caller at a time.</summary>
internal sealed class NegotiationLimit(CallClock clock)
{
    private const int MaxAMinute = 12;
    private readonly Queue<int> _atMs = new();

    /// <exception cref="MediaException"><c>negotiatedTooOften</c>.</exception>
    public void Count()
    {
        while (_atMs.TryPeek(out var oldest) && clock.NowMs - oldest > 60_000)
        {
            _atMs.Dequeue();
        }
        if (_atMs.Count >= MaxAMinute)
        {
            throw new MediaException("negotiatedTooOften", "This call has tried WebRTC too often. Audio goes over the hub; try again in a minute.");
        }
        _atMs.Enqueue(clock.NowMs);
    }
}
