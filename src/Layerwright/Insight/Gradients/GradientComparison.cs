using Layerwright.Kernels;

namespace Layerwright;

/// <summary>Compares gradients with slopes of the function they are said to belong to.</summary>
/// <param name="tensors">All that the function depends on.</param>
/// <param name="function">Its value at the present numbers.</param>
/// <param name="options">Step, entries, seed.</param>
/// <param name="places">Of each tensor the entries to compare, <see cref="GradientEntry.Direction"/> among them; null for some by lot.</param>
internal sealed class GradientComparison(
    IReadOnlyList<GradientTensor> tensors, Func<double> function, GradientCheckOptions options, IReadOnlyList<int[]>? places = null)
{
    /// <summary>An estimate this certain, as a share of the entry, is compared: half of what makes an entry wrong.</summary>
    private const double Certain = 5e-3;

    /// <summary>What is off by half of itself or more (0, another sign, twice as much) shows in estimates that are less certain.</summary>
    private const double Gross = 0.5, CertainOfGross = 0.05;

    private const int NoisePoints = 16;

    /// <summary>Runs it; the numbers are as before at the end, also after an exception.</summary>
    public GradientReport Run()
    {
        try
        {
            double start = function(), noise = Noise(start);
            return new GradientReport(start, noise, [.. tensors.Select((tensor, i) => Of(tensor, i, start, noise))]);
        }
        finally
        {
            foreach (GradientTensor tensor in tensors)
            {
                tensor.Restore();
            }
        }
    }

    /// <summary>
    /// The deviation of the function's rounding error: fourth differences over points so near each other that everything smooth cancels
    /// (Hamming; Moré and Wild 2011).
    /// </summary>
    private double Noise(double start)
    {
        const int Order = 4, SumOfSquaredBinomials = 70;
        var values = new double[NoisePoints];
        for (int point = 0; point < values.Length; point++)
        {
            for (int i = 0; i < tensors.Count; i++)
            {
                tensors[i].Nudge(point, new CounterRandom(options.Seed, (ulong)i));
            }

            values[point] = function();
        }

        foreach (GradientTensor tensor in tensors)
        {
            tensor.Restore();
        }

        for (int order = 0; order < Order; order++)
        {
            values = [.. values.Zip(values.Skip(1), (a, b) => b - a)];
        }

        // Where this point happens to round well, the next may not.
        double least = Math.Abs(start) * 1e-9;
        double measured = Math.Sqrt(values.Average(difference => difference * difference) / SumOfSquaredBinomials);
        return double.IsFinite(measured) ? Math.Max(measured, least) : least;
    }

    private ParameterGradient Of(GradientTensor tensor, int number, double start, double noise)
    {
        var moved = new float[tensor.Values.Length];
        int[] chosen = places?[number] ?? [.. Chosen(tensor, number), GradientEntry.Direction];
        GradientEntry[] entries = [.. chosen.Where(index => index >= 0).Select(At)];
        GradientEntry? along = null;
        if (chosen.Contains(GradientEntry.Direction))
        {
            along = tensor.Gradient.AsSpan().ContainsAnyExcept(0f)
                ? Along(tensor, tensor.Gradient, moved, start, noise)
                : Along(tensor, Estimates(tensor, places is null ? entries : Chosen(tensor, number).Select(At)), moved, start, noise);
        }

        tensor.Restore();
        return new ParameterGradient(tensor.Name, string.Join('×', tensor.Shape), entries, along);

        GradientEntry At(int index)
        {
            tensor.Values.CopyTo(moved, 0);
            double step = options.Step * Math.Max(1, Math.Abs(tensor.Values[index]));
            Slope slope = Slope.Of(by =>
            {
                moved[index] = (float)(tensor.Values[index] + by);
                tensor.Write(moved);
                return ((double)moved[index] - tensor.Values[index], function());
            }, start, step, noise);
            return Entry(tensor.Place(index), tensor.Gradient[index], slope, tensor.GradientNoise) with { Index = index };
        }
    }

    /// <summary>A gradient of 0 has no direction; differences show one, if there is a slope.</summary>
    private static float[] Estimates(GradientTensor tensor, IEnumerable<GradientEntry> entries)
    {
        var direction = new float[tensor.Gradient.Length];
        foreach (GradientEntry entry in entries.Where(entry => double.IsFinite(entry.Estimated)))
        {
            direction[entry.Index] = (float)entry.Estimated;
        }

        return direction;
    }

    /// <summary>The entry of the largest gradient, and others by lot, in their order.</summary>
    private IEnumerable<int> Chosen(GradientTensor tensor, int number)
    {
        var order = new int[tensor.Values.Length];
        Shuffling.Permute(order, options.Seed, (ulong)number);
        int largest = System.Numerics.Tensors.TensorPrimitives.IndexOfMaxMagnitude<float>(tensor.Gradient);
        return order.Take(options.EntriesPerParameter).Append(Math.Max(largest, 0)).Distinct().Order();
    }

    /// <summary>The slope along the gradient is its length: the steepest there is, so rounding hides it least.</summary>
    private GradientEntry? Along(GradientTensor tensor, float[] direction, float[] moved, double start, double noise)
    {
        double length = Length(direction);
        if (!(length > 0))
        {
            return null;
        }

        Slope slope = Slope.Of(by =>
        {
            double went = 0;
            for (int i = 0; i < moved.Length; i++)
            {
                double share = direction[i] / length;
                moved[i] = (float)(tensor.Values[i] + (by * share));
                went += ((double)moved[i] - tensor.Values[i]) * share;
            }

            tensor.Write(moved);
            return (went, function());
        }, start, options.Step * Math.Max(1, Length(tensor.Values)), noise);
        return Entry("along", ReferenceEquals(direction, tensor.Gradient) ? length : 0, slope, tensor.GradientNoise);
    }

    private static GradientEntry Entry(string place, double computed, Slope slope, double gradientNoise)
    {
        double uncertainty = slope.Uncertainty + gradientNoise, larger = Math.Max(Math.Abs(computed), Math.Abs(slope.Value));
        bool isRough = slope.Roughness > Math.Max(slope.Rounding, gradientNoise);
        bool isGross = Math.Abs(computed - slope.Value) > Gross * larger && uncertainty <= CertainOfGross * larger;
        GradientEntryState state = larger == 0 || isGross || uncertainty <= Certain * larger ? GradientEntryState.Compared
            : isRough || !double.IsFinite(slope.Value) ? GradientEntryState.AtKink
            : GradientEntryState.BelowNoise;
        return new GradientEntry(place, computed, slope.Value, uncertainty, state) { IsRough = isRough };
    }

    private static double Length(float[] values) => Math.Sqrt(values.Sum(value => (double)value * value));
}
