namespace RealtimeTraining.Models.Language.Turns;

/// <summary>How long people pause inside a turn: silences as measured in conversations, log-normal.</summary>
/// <param name="MedianMs">Half of the pauses are longer.</param>
/// <param name="Spread">Standard deviation of the natural logarithm.</param>
public readonly record struct PauseLengths(double MedianMs, double Spread)
{
    /// <summary>The 339 pauses of 0.2 to 5 s inside turns of PriMock57's development part, as <c>./dev train turns</c> finds them.</summary>
    public static PauseLengths Measured { get; } = new(949, 0.505);

    /// <summary>
    /// Stops inside a sentence, to look for a word or begin anew: 300 to 1,500 ms mostly. Conversations with times (PriMock57)
    /// have none written down, so this is set and not measured.
    /// </summary>
    public static PauseLengths InSentence { get; } = new(620, 0.5);

    /// <summary>The breath between two sentences: about 350 ms when read aloud, 300 to 700 ms mostly. Set, as above.</summary>
    public static PauseLengths Breath { get; } = new(400, 0.3);

    /// <summary>The share of pauses that last longer than so much silence.</summary>
    public double LongerThan(double silenceMs) =>
        silenceMs <= 0 ? 1 : 0.5 * Complement(Math.Log(silenceMs / MedianMs) / (Spread * Math.Sqrt(2)));

    /// <summary>By moments of the logarithm. At least two lengths above 0 are needed.</summary>
    public static PauseLengths Fit(IReadOnlyCollection<double> lengthsMs)
    {
        ArgumentNullException.ThrowIfNull(lengthsMs);
        ArgumentOutOfRangeException.ThrowIfLessThan(lengthsMs.Count, 2);
        var mean = lengthsMs.Average(Math.Log);
        var variance = lengthsMs.Average(length => (Math.Log(length) - mean) * (Math.Log(length) - mean));
        return new PauseLengths(Math.Exp(mean), Math.Sqrt(variance));
    }

    /// <summary>Complementary error function to about 1e-7 (Numerical Recipes, 6.2, Chebyshev fit).</summary>
    private static double Complement(double x)
    {
        var t = 1 / (1 + 0.5 * Math.Abs(x));
        var y = t * Math.Exp(-x * x - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806
            + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))));
        return x >= 0 ? y : 2 - y;
    }
}
