namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// Tells how far a transfer is, at most five times a second. The rate is an exponential mean: a moment counts for less the
/// longer ago it is, by 1/e in five seconds.
/// </summary>
internal sealed class TransferMeter(ModelEntry entry, IProgress<ModelProgress>? progress, TimeProvider clock)
{
    private const double ConstantS = 5;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private long? _toldAt;
    private long _toldBytes;
    private double? _rate;

    /// <summary>A connection begins here; what was there before does not count for the rate.</summary>
    public void Begin(long bytes)
    {
        _toldAt = null;
        _rate = null;
        At(bytes);
    }

    public void At(long bytes)
    {
        var now = clock.GetTimestamp();
        if (_toldAt is { } before)
        {
            var passed = clock.GetElapsedTime(before, now);
            if (passed < Every && bytes < entry.Bytes)
            {
                return;
            }
            if (passed > TimeSpan.Zero)
            {
                var current = (bytes - _toldBytes) / passed.TotalSeconds;
                _rate = _rate is { } mean ? mean + (1 - Math.Exp(-passed.TotalSeconds / ConstantS)) * (current - mean) : current;
            }
        }
        (_toldAt, _toldBytes) = (now, bytes);
        TimeSpan? left = _rate > 1 ? TimeSpan.FromSeconds((entry.Bytes - bytes) / _rate.Value) : null;
        progress?.Report(new ModelProgress(entry, ModelPhase.Downloading, bytes, _rate, left));
    }

    public void Wait(long bytes, string why) => progress?.Report(new ModelProgress(entry, ModelPhase.Waiting, bytes, Says: why));

    public void Verify(long bytes)
    {
        var now = clock.GetTimestamp();
        if (_toldAt is not { } before || clock.GetElapsedTime(before, now) >= Every || bytes >= entry.Bytes)
        {
            _toldAt = now;
            progress?.Report(new ModelProgress(entry, ModelPhase.Verifying, bytes));
        }
    }
}
