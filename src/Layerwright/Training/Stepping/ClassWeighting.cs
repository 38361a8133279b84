using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A weight for each class: the user's own, checked and copied, padded as kernels read them.</summary>
internal sealed unsafe class ClassWeighting
{
    private readonly PinnedBuffer _padded;
    private readonly float[] _weights;

    private ClassWeighting(ReadOnlySpan<float> weights)
    {
        _weights = weights.ToArray();
        _padded = PinnedBuffer.Zeroed(PanelLayout.RoundUp(weights.Length));
        weights.CopyTo(_padded.Span);
    }

    /// <summary>One for each class.</summary>
    public ReadOnlyMemory<float> Weights => _weights;

    /// <summary>The same, zeros behind them up to a whole vector.</summary>
    public float* Data => _padded.Data;

    /// <summary>Checks and copies weights; null where there are none.</summary>
    /// <inheritdoc cref="Check"/>
    public static ClassWeighting? Of(NetworkBlueprint network, ReadOnlySpan<float> weights, string name)
    {
        Check(network, weights, name);
        return weights.IsEmpty ? null : new(weights);
    }

    /// <exception cref="ArgumentException">
    /// The network's loss takes none; there are more or fewer than classes; one is negative or not finite, or all are 0.
    /// </exception>
    public static void Check(NetworkBlueprint network, ReadOnlySpan<float> weights, string name)
    {
        if (weights.IsEmpty)
        {
            return;
        }

        if (network.Target != TargetKind.LabelsOrProbabilities)
        {
            throw new ArgumentException(
                $"Class weights belong to [SoftmaxCrossEntropy] alone; {network.Name} has another loss or none. Sample weights go with every loss.",
                name);
        }

        if (weights.Length != network.OutputColumns)
        {
            throw new ArgumentException($"{network.Name} has {network.OutputColumns} classes; these are {weights.Length} weights.", name);
        }

        int bad = weights.IndexOfAnyExceptInRange(0, float.MaxValue);
        if (bad >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The weight of class {bad} is {weights[bad]}; it must be a finite number, 0 or more."), name);
        }

        if (!weights.ContainsAnyExcept(0f))
        {
            throw new ArgumentException("All class weights are 0: nothing would be learned.", name);
        }
    }
}
