namespace RealtimeTraining.Models.Training.Learning;

/// <summary>
/// Limited-memory BFGS (Nocedal 1980) with a backtracking line search. Sums run in a fixed order, so that the same problem
/// has the same answer to the bit.
/// </summary>
internal static class Lbfgs
{
    private const int Memory = 6;
    private const double Decrease = 1e-4;

    /// <param name="objective">Fills the gradient at a point, and returns the value there.</param>
    /// <param name="point">Where to start; the minimum afterwards.</param>
    /// <param name="tolerance">Stops when ten steps lowered the value by less than this part of it.</param>
    public static void Minimise(Func<double[], double[], double> objective, double[] point, int iterations, double tolerance = 1e-4)
    {
        var n = point.Length;
        var (gradient, next, nextGradient, direction) = (new double[n], new double[n], new double[n], new double[n]);
        var (steps, changes, curvatures) = (new List<double[]>(), new List<double[]>(), new List<double>());
        var value = objective(point, gradient);
        List<double> values = [value];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Direction(gradient, direction, steps, changes, curvatures);
            var slope = Dot(direction, gradient);
            if (slope >= 0)
            {
                return;
            }
            var step = iteration == 0 ? 1 / Math.Max(1e-12, Math.Sqrt(Dot(gradient, gradient))) : 1;
            var nextValue = double.PositiveInfinity;
            for (var tries = 0; tries < 25; tries++, step *= 0.5)
            {
                for (var i = 0; i < n; i++)
                {
                    next[i] = point[i] + step * direction[i];
                }
                nextValue = objective(next, nextGradient);
                if (nextValue <= value + Decrease * step * slope)
                {
                    break;
                }
            }
            if (!(nextValue < value))
            {
                return;
            }
            Remember(point, next, gradient, nextGradient, steps, changes, curvatures);
            (point, next) = Swap(point, next);
            (gradient, nextGradient) = (nextGradient, gradient);
            value = nextValue;
            values.Add(value);
            if (values.Count > 10 && values[^11] - value < tolerance * Math.Abs(values[^11]))
            {
                return;
            }
        }
    }

    /// <summary>The caller's array holds the newest point, whichever buffer is being written.</summary>
    private static (double[] Point, double[] Next) Swap(double[] point, double[] next)
    {
        next.CopyTo(point, 0);
        return (point, next);
    }

    private static void Direction(double[] gradient, double[] direction, List<double[]> steps, List<double[]> changes, List<double> curvatures)
    {
        var along = new double[steps.Count];
        gradient.CopyTo(direction, 0);
        for (var j = steps.Count - 1; j >= 0; j--)
        {
            along[j] = Dot(steps[j], direction) / curvatures[j];
            AddScaled(direction, changes[j], -along[j]);
        }
        if (steps.Count > 0)
        {
            var scale = curvatures[^1] / Dot(changes[^1], changes[^1]);
            for (var i = 0; i < direction.Length; i++)
            {
                direction[i] *= scale;
            }
        }
        for (var j = 0; j < steps.Count; j++)
        {
            AddScaled(direction, steps[j], along[j] - Dot(changes[j], direction) / curvatures[j]);
        }
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] = -direction[i];
        }
    }

    private static void Remember(double[] from, double[] to, double[] gradient, double[] nextGradient, List<double[]> steps, List<double[]> changes, List<double> curvatures)
    {
        var full = steps.Count == Memory;
        var (step, change) = full ? (steps[0], changes[0]) : (new double[from.Length], new double[from.Length]);
        if (full)
        {
            steps.RemoveAt(0);
            changes.RemoveAt(0);
            curvatures.RemoveAt(0);
        }
        var curvature = 0.0;
        for (var i = 0; i < from.Length; i++)
        {
            step[i] = to[i] - from[i];
            change[i] = nextGradient[i] - gradient[i];
            curvature += step[i] * change[i];
        }
        if (curvature > 1e-14)
        {
            steps.Add(step);
            changes.Add(change);
            curvatures.Add(curvature);
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void AddScaled(double[] to, double[] what, double scale)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += scale * what[i];
        }
    }
}
