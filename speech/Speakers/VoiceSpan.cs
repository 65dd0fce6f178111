namespace RealtimeTraining.Speech.Speakers;

/// <summary>
/// Stretches of speech taken as of one voice, by their sums: one Gaussian with a full covariance. How unlike two are says
/// the likelihood ratio of one Gaussian for both against one for each (H. Gish 1991), less what more parameters cost (the
/// Bayesian information criterion; S. Chen and P. Gopalakrishnan 1998).
/// </summary>
internal sealed class VoiceSpan
{
    // A stretch of few steps borrows so many of all speech: its own covariance would be chance.
    private const double Borrowed = 30;

    private readonly int dims;
    private readonly double[] sums;
    private readonly double[] products;
    private readonly double half;

    private VoiceSpan(int dims, int steps, double[] sums, double[] products)
    {
        (this.dims, Steps, this.sums, this.products) = (dims, steps, sums, products);
        half = 0.5 * steps * LogDeterminant();
    }

    public int Steps { get; }

    /// <param name="steps">All features; over all speech each has a mean of 0, a variance of 1.</param>
    public static VoiceSpan Of(float[] steps, int dims, int from, int to)
    {
        var (sums, products) = (new double[dims], new double[dims * (dims + 1) / 2]);
        for (var at = from; at < to; at++)
        {
            var step = steps.AsSpan(at * dims, dims);
            for (int i = 0, p = 0; i < dims; i++)
            {
                sums[i] += step[i];
                for (var k = 0; k <= i; k++, p++)
                {
                    products[p] += step[i] * step[k];
                }
            }
        }
        return new VoiceSpan(dims, to - from, sums, products);
    }

    public VoiceSpan With(VoiceSpan other)
    {
        var (sum, product) = (new double[dims], new double[products.Length]);
        for (var i = 0; i < dims; i++)
        {
            sum[i] = sums[i] + other.sums[i];
        }
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = products[i] + other.products[i];
        }
        return new VoiceSpan(dims, Steps + other.Steps, sum, product);
    }

    /// <summary>Above nought: more likely two voices than one.</summary>
    /// <param name="caution">What a parameter costs, as a multiple of what the criterion says.</param>
    public double Unlike(VoiceSpan other, double caution)
    {
        var parameters = dims + dims * (dims + 1) / 2.0;
        return With(other).half - half - other.half - 0.5 * caution * parameters * Math.Log(Steps + other.Steps);
    }

    /// <summary>By Cholesky's factors.</summary>
    private double LogDeterminant()
    {
        var count = Steps + Borrowed;
        var factor = new double[products.Length];
        var sum = 0d;
        for (int i = 0, row = 0; i < dims; row += ++i)
        {
            for (int k = 0, other = 0; k <= i; other += ++k)
            {
                var value = (products[row + k] + (i == k ? Borrowed : 0)) / count - sums[i] / count * (sums[k] / count);
                for (var m = 0; m < k; m++)
                {
                    value -= factor[row + m] * factor[other + m];
                }
                if (i == k)
                {
                    factor[row + k] = Math.Sqrt(Math.Max(value, 1e-9));
                    sum += 2 * Math.Log(factor[row + k]);
                }
                else
                {
                    factor[row + k] = value / factor[other + k];
                }
            }
        }
        return sum;
    }
}
