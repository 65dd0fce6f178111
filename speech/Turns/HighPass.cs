using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Turns;

/// <summary>A second-order Butterworth high-pass at 120 Hz: no DC, no mains hum, little fan; voices keep their harmonics.</summary>
internal sealed class HighPass
{
    private const double CutoffHz = 120;

    private static readonly double K = Math.Tan(Math.PI * CutoffHz / AudioFormat.SampleRateHz);
    private static readonly double B = 1 / (1 + Math.Sqrt(2) * K + K * K);
    private static readonly double A1 = 2 * (K * K - 1) * B;
    private static readonly double A2 = (1 - Math.Sqrt(2) * K + K * K) * B;

    private double x1, x2, y1, y2;
    private bool started;

    /// <summary>The root mean square of the frame after filtering.</summary>
    public float LevelDbfs(ReadOnlySpan<short> frame)
    {
        if (!started && !frame.IsEmpty)
        {
            // A constant offset from the first sample on is not a step.
            x1 = x2 = frame[0];
            started = true;
        }
        double sum = 0;
        foreach (var sample in frame)
        {
            var y = B * (sample - 2 * x1 + x2) - A1 * y1 - A2 * y2;
            (x2, x1) = (x1, sample);
            (y2, y1) = (y1, y);
            sum += y * y;
        }
        var rms = Math.Sqrt(sum / Math.Max(1, frame.Length)) / 32768;
        return rms <= 0 ? Loudness.SilenceDbfs : Math.Max(Loudness.SilenceDbfs, (float)(20 * Math.Log10(rms)));
    }

    public void Reset()
    {
        (x1, x2, y1, y2) = (0, 0, 0, 0);
        started = false;
    }
}
