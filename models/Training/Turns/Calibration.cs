namespace RealtimeTraining.Models.Training.Turns;

/// <summary>Whether probabilities hold, and what makes them hold.</summary>
public static class Calibration
{
    private const int Bins = 15;

    /// <summary>The divisor of the scores under which what happened was most probable; golden section between 0.25 and 4.</summary>
    public static float Temperature(IReadOnlyList<(float Score, bool Happened)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var (low, high, ratio) = (Math.Log(0.25), Math.Log(4), (Math.Sqrt(5) - 1) / 2);
        for (var i = 0; i < 40; i++)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            (low, high) = Loss(Math.Exp(left)) < Loss(Math.Exp(right)) ? (low, right) : (left, high);
        }
        return (float)Math.Exp((low + high) / 2);

        double Loss(double temperature) => cases.Sum(one => Math.Log(1 + Math.Exp((one.Happened ? -1 : 1) * one.Score / temperature)));
    }

    /// <summary>Mean square of probability minus what happened.</summary>
    public static double Brier(IReadOnlyList<(float Probability, bool Happened)> cases) =>
        cases.Average(one => Math.Pow(one.Probability - (one.Happened ? 1 : 0), 2));

    /// <summary>Expected calibration error: how far mean probability and share lie apart, over 15 bins of equally many cases.</summary>
    public static double Error(IReadOnlyList<(float Probability, bool Happened)> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return cases.OrderBy(one => one.Probability).Chunk(Math.Max(1, (cases.Count + Bins - 1) / Bins))
            .Sum(bin => Math.Abs(bin.Average(one => one.Probability) - bin.Average(one => one.Happened ? 1.0 : 0)) * bin.Length) / cases.Count;
    }
}
