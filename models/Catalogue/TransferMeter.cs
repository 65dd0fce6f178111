namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// Tells how far a transfer is, at most five times a second. The rate is an exponential mean: a moment counts for less the
/// longer ago it is, by 1/e in five seconds.
/// </summary>
internal sealed class TransferMeter(ModelEntry entry, IProgress<ModelProgress>? progress, TimeProvider clock)
{
    private const double ConstantS = 5;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private long? _measuredAt;
    private long _measuredBytes;
    private bool _first;
    private double? _rate;

    /// <summary>A connection begins here; what was there before does not count for the rate.</summary>
    public void Begin(long bytes)
    {
        (_measuredAt, _rate) = (null, null);
        At(bytes);
        _first = true;
    }

    public void At(long bytes)
    {
        var now = clock.GetTimestamp();
        var passed = _measuredAt is { } before ? clock.GetElapsedTime(before, now) : TimeSpan.Zero;
        // That something comes at all is told at once, and so is the end.
        if (_measuredAt is not null && passed < Every && bytes < entry.Bytes && !_first)
        {
            return;
        }
        if (passed >= Every)
        {
            var current = (bytes - _measuredBytes) / passed.TotalSeconds;
            _rate = _rate is { } mean ? mean + (1 - Math.Exp(-passed.TotalSeconds / ConstantS)) * (current - mean) : current;
        }
        if (_measuredAt is null || passed >= Every)
        {
            (_measuredAt, _measuredBytes) = (now, bytes);
        }
        _first = false;
        TimeSpan? left = _rate > 1 ? TimeSpan.FromSeconds((entry.Bytes - bytes) / _rate.Value) : null;
        progress?.Report(new ModelProgress(entry, ModelPhase.Downloading, bytes, _rate, left));
    }

    public void Wait(long bytes, string why) => progress?.Report(new ModelProgress(entry, ModelPhase.Waiting, bytes, Says: why));

    public void Verify(long bytes)
    {
        var now = clock.GetTimestamp();
        if (_measuredAt is not { } before || clock.GetElapsedTime(before, now) >= Every || bytes >= entry.Bytes)
        {
            _measuredAt = now;
            progress?.Report(new ModelProgress(entry, ModelPhase.Verifying, bytes));
        }
    }
}
