namespace RealtimeTraining.Server.Calls;

/// <summary>How a call's sound travels.</summary>
public enum AudioPath
{
    /// <summary>The hub's WebSocket.</summary>
    Hub,

    WebRtc,
}

/// <summary>How a path does; null where it does not tell.</summary>
/// <param name="LateFrames">Of the patient's voice, left out because the server was too busy to send them in time; counted up since the path's connection began.</param>
/// <param name="Underruns">How often the patient's voice was due and not made yet, counted up since the call began.</param>
public readonly record struct PathFigures(int? RoundTripMs, double? LossPercent, double? JitterMs, long? LateFrames = null, long? Underruns = null);

/// <summary>
/// Which path the sound took and how it did there: means over each stretch, for the log. Not thread-safe.
/// </summary>
public sealed class AudioPaths(CallClock clock)
{
    private readonly Mean _roundTrip = new();
    private readonly Mean _loss = new();
    private readonly Mean _jitter = new();
    private readonly Growth _late = new();
    private readonly Growth _underruns = new();
    private AudioPath? _path;
    private int _sinceMs;

    /// <returns>The stretch that ended, when the path is another than before; null otherwise.</returns>
    public AudioPathUsed? Measured(AudioPath path, PathFigures figures)
    {
        var ended = _path is { } before && before != path ? End() : null;
        if (_path is null)
        {
            (_path, _sinceMs) = (path, ended is null ? 0 : clock.NowMs);
        }
        _roundTrip.Add(figures.RoundTripMs);
        _loss.Add(figures.LossPercent);
        _jitter.Add(figures.JitterMs);
        _late.Add(figures.LateFrames);
        _underruns.Add(figures.Underruns);
        return ended;
    }

    /// <summary>The call is over; null when nothing was ever measured.</summary>
    public AudioPathUsed? End()
    {
        if (_path is not { } path)
        {
            return null;
        }
        _path = null;
        return new AudioPathUsed(path, _sinceMs, (int?)_roundTrip.Take(), Rounded(_loss.Take()), Rounded(_jitter.Take()))
        {
            LateFrames = _late.Take(),
            Underruns = _underruns.Take(),
        };
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 1) : null;

    // What a count grew by since the stretch began; one that falls has begun anew.
    private sealed class Growth
    {
        private long? _before;
        private long _sum;

        public void Add(long? count)
        {
            if (count is { } now)
            {
                _sum += now < _before ? now : now - (_before ?? now);
                _before = now;
            }
        }

        public int? Take()
        {
            int? grown = _before is null ? null : (int)Math.Min(int.MaxValue, _sum);
            (_before, _sum) = (null, 0);
            return grown;
        }
    }

    private sealed class Mean
    {
        private double _sum;
        private int _count;

        public void Add(double? value)
        {
            if (value is { } number)
            {
                _sum += number;
                _count++;
            }
        }

        public double? Take()
        {
            double? mean = _count == 0 ? null : _sum / _count;
            (_sum, _count) = (0, 0);
            return mean;
        }
    }
}
