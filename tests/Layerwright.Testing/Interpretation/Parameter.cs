namespace Layerwright.Testing.Interpretation;

/// <summary>One entry of the state dictionary, in double precision.</summary>
/// <param name="name">PyTorch's name: <c>dense1.weight</c>.</param>
/// <param name="shape">PyTorch's shape.</param>
public sealed class Parameter(string name, params int[] shape)
{
    public string Name => name;

    /// <summary>A layer's weights.</summary>
    public static Parameter Weight(string key, WeightSpec spec, params int[] shape) => new($"{key}.weight", shape)
    {
        IsWeight = true,
        IsTrainable = !spec.Frozen,
        L1 = spec.Frozen ? 0 : spec.L1,
        L2 = spec.Frozen ? 0 : spec.L2,
    };

    /// <summary>A layer's biases, or none.</summary>
    public static Parameter? Bias(string key, WeightSpec spec, int outputs, bool hasBias) =>
        hasBias ? new($"{key}.bias", outputs) { IsTrainable = !spec.Frozen } : null;

    public IReadOnlyList<int> Shape => shape;

    /// <summary>False for running statistics.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>True for weights proper: what weight decay and penalties are about.</summary>
    public bool IsWeight { get; init; }

    public double L1 { get; init; }

    public double L2 { get; init; }

    public double[] Values { get; } = new double[shape.Aggregate(1, (product, n) => product * n)];

    public double[] Gradient { get; } = new double[shape.Aggregate(1, (product, n) => product * n)];

    // The largest magnitude that each gradient had while it was summed.
    private readonly double[] _largestSums = new double[shape.Aggregate(1, (product, n) => product * n)];

    /// <summary>Makes the gradient 0 before a pass.</summary>
    public void ClearGradient()
    {
        Array.Clear(Gradient);
        Array.Clear(_largestSums);
    }

    /// <summary>Adds a row's or a position's part to a gradient.</summary>
    public void AddGradient(int index, double part)
    {
        Gradient[index] += part;
        _largestSums[index] = Math.Max(_largestSums[index], Math.Abs(Gradient[index]));
    }

    /// <summary>In a noisy run, once the sums are whole: where large parts cancel, float32 has rounded the sum on its way, not the small end.</summary>
    public void RoundSums(Pass pass)
    {
        for (int i = 0; i < Gradient.Length; i++)
        {
            Gradient[i] += pass.Round(_largestSums[i]) - _largestSums[i];
        }
    }
}
