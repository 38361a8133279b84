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
}
