namespace Layerwright.Analyzers.Signals;

/// <summary>What a function makes of normally distributed numbers: the trapezium rule over ±8 deviations.</summary>
internal static class NormalSampling
{
    private const int Points = 1025;
    private const double Reach = 8, Step = 2 * Reach / (Points - 1);

    /// <summary>Below this deviation a function is as good as straight on either side of the mean, and differences lose their digits.</summary>
    private const double LeastDeviation = 1e-6;

    private static readonly double[] _weights = Enumerable.Range(0, Points).Select(i => Density(At(i)) * Step).ToArray();

    /// <summary>Moments of what leaves, and the mean square of the slope.</summary>
    public static (Moments Output, double SlopeSquare) Through(Func<double, double> function, Moments input)
    {
        double deviation = Math.Max(input.Deviation, LeastDeviation);
        double[] values = new double[Points];
        double mean = 0;
        for (int i = 0; i < Points; i++)
        {
            values[i] = function(input.Mean + (deviation * At(i)));
            mean += _weights[i] * values[i];
        }

        double variance = 0, slopes = 0;
        for (int i = 0; i < Points; i++)
        {
            variance += _weights[i] * (values[i] - mean) * (values[i] - mean);
            if (i > 0)
            {
                double slope = (values[i] - values[i - 1]) / (Step * deviation);
                slopes += 0.5 * (_weights[i - 1] + _weights[i]) * slope * slope;
            }
        }

        double shrunk = input.Deviation / deviation;
        double middle = values[Points / 2];
        return (new Moments(middle + ((mean - middle) * shrunk), variance * shrunk * shrunk), slopes);
    }

    /// <summary>The share of numbers of which something holds.</summary>
    public static double Share(Func<double, bool> holds, Moments input)
    {
        // A share has edges: between the points it is taken in finer steps.
        const int Finer = 16;
        double fine = Step / Finer;
        return Enumerable.Range(0, Points * Finer)
            .Select(i => (i * fine) - Reach)
            .Where(x => holds(input.Mean + (input.Deviation * x)))
            .Sum(x => Density(x) * fine);
    }

    /// <summary>Moments of the largest of several numbers of one distribution.</summary>
    public static Moments Largest(int count, Moments input)
    {
        double below = 0, mean = 0, square = 0;
        for (int i = 0; i < Points; i++)
        {
            // All of them up to here, less all of them up to the point before.
            double upTo = below + _weights[i];
            double weight = Math.Pow(upTo, count) - Math.Pow(below, count);
            double middle = At(i);
            mean += weight * middle;
            square += weight * middle * middle;
            below = upTo;
        }

        return new Moments(input.Mean + (input.Deviation * mean), input.Variance * (square - (mean * mean)));
    }

    private static double At(int point) => (point * Step) - Reach;

    private static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
}
